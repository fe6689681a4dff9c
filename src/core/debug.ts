/**
 * The one place that writes to the console: what went wrong outside, in development builds, at the level `debug`. Two
 * plain parameters: calls with them are left out of production bundles, texts and all.
 */
export function debug(what: string, detail?: unknown): void {
  if (process.env.NODE_ENV !== 'production')
    console.debug(`[assent] ${what}`, ...(detail === undefined ? [] : [detail]))
}

/** A programmer's mistake, in development builds: nothing throws, and the console warns. */
export function warn(what: string, detail?: unknown): void {
  if (process.env.NODE_ENV !== 'production') console.warn(`[assent] ${what}`, ...(detail === undefined ? [] : [detail]))
}
