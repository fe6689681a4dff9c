/** Calls each listener with the same. A mistake of one is reported as any uncaught one is, and the others hear. */
export function callEach<A extends readonly unknown[]>(listeners: Iterable<(...args: A) => void>, ...args: A): void {
  for (const listener of [...listeners])
    try {
      listener(...args)
    } catch (error) {
      setTimeout(() => {
        throw error
      })
    }
}
