export { ConsentDevtools, type ConsentDevtoolsProps } from './devtools/consent-devtools.js'
