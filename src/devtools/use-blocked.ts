'use client'
import { useEffect, useState } from 'react'

/** What a guard blocked, as it says it in development builds. */
export interface BlockedEntry {
  readonly id: number
  readonly route: string
  readonly target: string
  readonly missing: readonly { readonly category: string; readonly service?: string | undefined }[]
  readonly held: boolean
  readonly by?: string | undefined
}

/** Lists what the guards of this page blocked, also before the devtools were there: each is a mark of the browser's timeline. */
export function useBlocked(): readonly BlockedEntry[] {
  const [blocked, setBlocked] = useState<readonly BlockedEntry[]>([])
  useEffect(() => {
    let id = 0
    const found: BlockedEntry[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { detail } of list.getEntriesByName('assent: blocked') as PerformanceMark[])
        found.push({ ...(detail as Omit<BlockedEntry, 'id'>), id: id++ }) // the guard made it
      setBlocked([...found])
    })
    observer.observe({ type: 'mark', buffered: true })
    return () => observer.disconnect()
  }, [])
  return blocked
}
