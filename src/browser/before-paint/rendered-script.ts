import { beforePaintScript } from './script.js'

/** The text of the script that a server renders. In bundles for browsers `unrendered-script.ts` stands in for this file. */
export const renderedScript: string = beforePaintScript
