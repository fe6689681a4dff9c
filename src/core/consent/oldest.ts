/** The time, in milliseconds, from which a choice of several times is kept; `undefined` for none. No time: `NaN`. */
export function oldest(times: readonly (string | number | undefined)[]): number | undefined {
  return times.length ? Math.min(...times.map((time) => new Date(time ?? NaN).getTime())) : undefined
}
