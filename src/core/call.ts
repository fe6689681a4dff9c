/** Hears of an error that a listener threw. */
export type Report = (error: unknown) => void

/** Calls each listener with the same arguments. What one throws goes to `report`, and the others still hear. */
export function notify<A extends readonly unknown[]>(
  report: Report,
  listeners: Iterable<(...args: A) => void>,
  ...args: A
): void {
  for (const listener of [...listeners])
    try {
      listener(...args)
    } catch (error) {
      report(error)
    }
}

/** Throws an error outside of the running code, where the page reports it as it does every uncaught one. */
export function throwLater(error: unknown): void {
  setTimeout(() => {
    throw error
  })
}

/** {@link notify} for those who have nobody to report to. */
export function callEach<A extends readonly unknown[]>(listeners: Iterable<(...args: A) => void>, ...args: A): void {
  notify(throwLater, listeners, ...args)
}
