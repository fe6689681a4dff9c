import { useState, useSyncExternalStore } from 'react'
import { isServer, useBrowserEffect } from './context.js'

/** Whether a component renders in a live page: not on a server, nor while a page hydrates, whose first render is the server's. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}

/** What a component reads from outside of React. */
export interface External<T> {
  subscribe(this: void, listener: () => void): () => void
  getSnapshot(this: void): T
  getServerSnapshot(this: void): T
}

/**
 * `useSyncExternalStore`, whose first frame is right, too. React subscribes after the paint: what has changed until then,
 * because the store has read the browser while the page hydrated, is rendered before it.
 */
export function useExternal<T>(
  subscribe: (listener: () => void) => () => void,
  getSnapshot: () => T,
  getServerSnapshot: () => T,
): T {
  const value = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  useFirstFrame(getSnapshot, value)
  return value
}

const useFirstFrame = isServer
  ? () => undefined
  : (getSnapshot: () => unknown, value: unknown) => {
      const [, renderAgain] = useState({})
      useBrowserEffect(() => {
        if (!Object.is(getSnapshot(), value)) renderAgain({})
      })
    }
