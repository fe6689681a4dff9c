import { createBrowserJar, useConsent, useConsentStore, useCookie, type DecisionReason } from 'assent'
import { useEffect } from 'react'
import { consent } from '../consent.js'
import { useLog, type Log } from './log.js'

/** Writes down what happens in this page. Renders nothing. */
export function Watch() {
  return (
    <>
      <WatchCookies />
      <WatchRequests />
      <WatchSignal />
      <WatchCookie name="theme" />
      <WatchCookie name="pref_language" />
      <WatchCookie name="pref_compact" />
    </>
  )
}

const SAID: Readonly<Record<DecisionReason, string>> = {
  accept: 'You accepted all',
  reject: 'You rejected all',
  save: 'You saved a choice',
  dismiss: 'You closed the notice',
  reset: 'The choice is forgotten',
  external: 'A choice came from elsewhere',
}

/** Writes down a decision. */
export function tellDecision(log: Log, reason: DecisionReason, categories: readonly string[] = []): void {
  log.add('chosen', SAID[reason], `Allowed: ${categories.join(', ') || 'nothing'}.`)
}

/** Every cookie that comes, changes or goes, whoever does it. */
function WatchCookies() {
  const log = useLog()
  useEffect(() => {
    const jar = createBrowserJar()
    let before = jar.getAll()
    return jar.subscribe(() => {
      const after = jar.getAll()
      for (const name of Object.keys({ ...before, ...after })) {
        if (before[name] === after[name]) continue
        if (after[name] === undefined) log.add('erased', name, ownerOf(name))
        else if (before[name] === undefined) log.add('written', name, ownerOf(name))
        else log.add('written', name, `A new value. ${ownerOf(name)}`)
      }
      before = after
    })
  }, [log])
  return null
}

function ownerOf(name: string): string {
  if (name === consent.cookie.name) return 'Category: essential. It keeps your answer.'
  return `Category: ${consent.categoryOf(name) ?? 'none'}.`
}

/** What goes to others, and whose it is. */
const REQUESTS: Readonly<Record<string, string>> = {
  '/vendor/analytics.js': 'The script of Tally Analytics',
  '/collect': 'Your visit, told to Tally Analytics',
  '/vendor/map.svg': 'The map of Harbour Maps',
  '/vendor/film.html': 'The film of Kettle Film',
}

/** Every request to others that the browser made. */
function WatchRequests() {
  const log = useLog()
  useEffect(() => {
    const seen = new Set<string>()
    const observer = new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) {
        const { pathname } = new URL(name)
        const { [pathname]: what } = REQUESTS
        if (!what || (pathname !== '/collect' && seen.has(pathname))) continue
        seen.add(pathname)
        log.add('sent', what, `The browser asked for ${pathname}.`)
      }
    })
    observer.observe({ type: 'resource', buffered: true })
    return () => observer.disconnect()
  }, [log])
  return null
}

function WatchSignal() {
  const log = useLog()
  const refused = useConsentStore(({ grant }) => grant.optedOut?.join(', '))
  useEffect(() => {
    if (refused) log.add('refused', refused, 'Your browser sends Global Privacy Control, and we honour it.')
  }, [log, refused])
  return null
}

/** A setting that is kept in memory, until its category is allowed. */
function WatchCookie({ name }: { name: 'theme' | 'pref_language' | 'pref_compact' }) {
  const log = useLog()
  const [value, , { blocked }] = useCookie(name)
  const isDecided = useConsentStore(({ status }) => status === 'decided')
  useEffect(() => {
    if (!blocked) return
    if (isDecided) log.add('refused', name, 'Functional is not allowed: the value ends with this page.')
    else log.add('memory', name, 'Nothing is written until functional is allowed.')
  }, [log, name, value, blocked, isDecided])
  return null
}

/** A script or a frame that waits for a category. Renders nothing. */
export function WatchGate({ path, category }: { path: string; category: 'analytics' | 'marketing' }) {
  const log = useLog()
  const isGranted = useConsent(category)
  useEffect(() => {
    if (!isGranted) log.add('held', REQUESTS[path] ?? path, `It waits for ${category}.`)
  }, [log, path, category, isGranted])
  return null
}
