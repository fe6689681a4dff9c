/** Dispatches events, one after the other, once the script that is running has ended: as a network would. */
export function fire(target: EventTarget, ...types: readonly string[]): void {
  setTimeout(() => {
    // RFC 6455 §7.4.1: 1006 is a connection that ended without a word.
    for (const type of types)
      target.dispatchEvent(type === 'close' ? new CloseEvent(type, { code: 1006 }) : new Event(type))
  })
}
