import { notify, type Report } from '../core/call.js'
import type { ChangeListener, ConsentChange, ConsentState } from './consent-state.js'

type State = ConsentState<string>
type StateListener = (state: State, previous: State) => void

/** Tells those who follow a store of its changes. */
export interface Changes {
  subscribe(this: void, listener: StateListener): () => void
  onChange(this: void, listener: ChangeListener<string>): () => void
  /** Tells subscribers alone: of the draft, and of an open panel. */
  tellSubscribers(this: void, state: State, previous: State): void
  /**
   * Tells of a change: first what follows the grant, in the order in which it came, then subscribers; `then` comes last. A
   * change that a listener makes is told when all have heard of the one before it.
   */
  tell(this: void, change: ConsentChange<string>, then: ChangeListener<string>): void
}

export function createChanges(report: Report): Changes {
  const subscribers = new Set<StateListener>()
  const followers = new Set<ChangeListener<string>>()
  const queue: (() => void)[] = []
  const tellSubscribers = (state: State, previous: State): void => notify(report, subscribers, state, previous)
  return {
    subscribe: adderTo(subscribers),
    onChange: adderTo(followers),
    tellSubscribers,
    tell(change, then) {
      const tellAll = (): void => {
        const { before, after } = change
        if (before !== after) {
          notify(report, followers, change)
          tellSubscribers(after, before)
        }
        then(change)
      }
      if (queue.push(tellAll) > 1) return
      for (const one of queue) notify(report, [one])
      queue.length = 0
    },
  }
}

/** Makes what adds a listener, and gives what takes it away. Those who add the same function hear one by one. */
export function adderTo<A extends readonly unknown[]>(
  listeners: Set<(...args: A) => void>,
): (listener: (...args: A) => void) => () => void {
  return (listener) => {
    const added = listener.bind(undefined)
    listeners.add(added)
    return () => listeners.delete(added)
  }
}
