export { ConsentDevtools } from './devtools/consent-devtools.js'
export type { DevtoolsPosition } from './devtools/place.js'
export type { ConsentDevtoolsProps } from './devtools/devtools-panel.js'
