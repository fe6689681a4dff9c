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
   * Tells of a change, in this order: the cookies, subscribers, what follows the grant; `then` comes last. A change that a
   * listener makes is told when all have heard of the one before it.
   */
  tell(this: void, change: ConsentChange<string>, then: () => void): void
}

export function createChanges(cookies: () => void, report: Report): Changes {
  const subscribers = new Set<StateListener>()
  const followers = new Set<ChangeListener<string>>()
  const queue: (() => void)[] = []
  const tellSubscribers = (state: State, previous: State): void => notify(report, subscribers, state, previous)
  return {
    subscribe: (listener) => addTo(subscribers, listener),
    onChange: (listener) => addTo(followers, listener),
    tellSubscribers,
    tell(change, then) {
      const tellAll = (): void => {
        const { before, after } = change
        if (before !== after) {
          cookies()
          tellSubscribers(after, before)
          notify(report, followers, change)
        }
        then()
      }
      if (queue.push(tellAll) > 1) return
      for (const one of queue) notify(report, [one])
      queue.length = 0
    },
  }
}

/** Adds a listener; gives what takes it away. */
export function addTo<T>(set: Set<T>, item: T): () => void {
  set.add(item)
  return () => set.delete(item)
}
