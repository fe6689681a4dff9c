/**
 * Says what went wrong outside, in development builds. In a browser it is of the level `debug`. On Node it is a warning, because
 * `console.debug` would write to stdout.
 */
export function debug(what: string, detail?: unknown): void {
  if (process.env.NODE_ENV !== 'production') write(isNode() ? 'warn' : 'debug', what, detail)
}

/** Warns of a programmer's mistake that throws nothing, in development builds. */
export function warn(what: string, detail?: unknown): void {
  if (process.env.NODE_ENV !== 'production') write('warn', what, detail)
}

/** The one place that writes to the console. */
function write(level: 'debug' | 'warn', what: string, detail: unknown): void {
  console[level](`[assent] ${what}`, ...(detail === undefined ? [] : [detail]))
}

function isNode(): boolean {
  return typeof process === 'object' && typeof process.versions?.node === 'string'
}
