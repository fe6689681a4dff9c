export { ConsentDevtools } from './devtools/consent-devtools.js'
export type { ConsentDevtoolsProps } from './devtools/devtools-panel.js'
