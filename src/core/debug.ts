/**
 * The one place that writes to the console: what went wrong outside, in development builds, at the level `debug`. Two
 * plain parameters: calls with them are left out of production bundles, texts and all.
 */
export function debug(what: string, detail?: unknown): void {
  if (process.env.NODE_ENV !== 'production')
    console.debug(`[assent] ${what}`, ...(detail === undefined ? [] : [detail]))
}

/** Warns of a mistake of the site's own code, in development builds. */
export function warn(what: string, detail?: unknown): void {
  if (process.env.NODE_ENV !== 'production')
    console.warn(`[assent] ${what}`, ...(detail === undefined ? [] : [detail]))
}
