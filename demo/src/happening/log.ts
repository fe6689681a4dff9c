import { createContext, use } from 'react'

/** What can happen to a cookie, or to a request. */
export type Kind = 'chosen' | 'written' | 'memory' | 'refused' | 'erased' | 'held' | 'sent'

export interface Happening {
  readonly id: number
  readonly kind: Kind
  readonly what: string
  /** A sentence. */
  readonly why: string
}

/** What has happened in this page, the newest first. */
export interface Log {
  add(this: void, kind: Kind, what: string, why: string): void
  getAll(this: void): readonly Happening[]
  subscribe(this: void, listener: () => void): () => void
}

/** The most that a page keeps. */
const MOST = 60

export function createLog(): Log {
  const listeners = new Set<() => void>()
  let all: readonly Happening[] = []
  let id = 0
  return {
    add(kind, what, why) {
      id += 1
      all = [{ id, kind, what, why }, ...all].slice(0, MOST)
      for (const listener of listeners) listener()
    },
    getAll: () => all,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const LogContext = createContext<Log>(createLog())

export function useLog(): Log {
  return use(LogContext)
}
