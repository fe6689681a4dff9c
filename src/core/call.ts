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

/**
 * Makes what several may start: it runs once for all of them, until the last one stops it. `start` gets what those who have not
 * stopped it gave, in the order in which they came.
 */
export function shared<T = void>(
  start: (holders: Iterable<{ readonly given: T }>) => () => void,
): (given: T) => () => void {
  const holders = new Set<{ readonly given: T }>()
  let end: () => void
  return (given) => {
    const holder = { given }
    if (holders.add(holder).size < 2) end = start(holders)
    return () => {
      if (holders.delete(holder) && !holders.size) end()
    }
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
