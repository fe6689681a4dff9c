// The HTML of each root has a snapshot of its own, and all share a store: islands, and pages that a router swaps.
import {
  ConsentBanner,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  PreferencesButton,
  snapshotOf,
  stringifyRecord,
  useConsent,
  useConsentStore,
  useCookie,
  usePreferences,
  type ConsentStore,
  type Snapshot,
} from 'assent'
import { StrictMode, useEffect, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { consent, place, theme, watchPosts } from './islands.js'

describe('a snapshot for each page, beside a store that all share', () => {
  /** How often that ran which waits for a grant. */
  let runs = 0
  beforeEach(() => {
    runs = 0
  })

  function State(): ReactNode {
    const [value, setValue, { blocked, persisted }] = useCookie(theme)
    const [{ size }] = usePreferences({ size: 1 })
    const isGranted = useConsent('analytics')
    const status = useConsentStore((state) => state.status)
    useEffect(() => {
      if (isGranted) runs++
    }, [isGranted])
    return (
      <button type="button" onClick={() => setValue('dark')}>
        {[status, isGranted && 'granted', value, size, blocked && 'blocked', persisted && 'kept']
          .filter(Boolean)
          .join(' ')}
      </button>
    )
  }
  const App = ({ store, snapshot }: { store: ConsentStore; snapshot: Snapshot | undefined }): ReactNode => (
    <StrictMode>
      <ConsentProvider store={store} snapshot={snapshot}>
        <ConsentBanner />
        <State />
        <PreferencesButton />
      </ConsentProvider>
    </StrictMode>
  )
  const recordOf = (...categories: string[]): string =>
    `cookie_consent=${encodeURIComponent(stringifyRecord({ categories: ['essential', ...categories], timestamp: new Date().toISOString(), version: 1 }))}`
  const state = (): string => document.querySelector('main > button:not([data-assent])')?.textContent ?? ''

  /** Goes to a page that a server renders from these cookies, for everyone without any; gives what hydration complained of, and the end. */
  function goTo(store: ConsentStore, cookies: string | undefined, meanwhile?: () => void) {
    // As it crosses to the page.
    const sent =
      cookies === undefined ? undefined : (JSON.parse(JSON.stringify(snapshotOf(cookies, consent))) as Snapshot)
    const server = createConsentStore(consent, { jar: createMemoryJar(cookies) })
    const main = document.createElement('main')
    main.innerHTML = renderToString(<App store={server} snapshot={sent} />)
    place().append(main)
    const html = state()
    meanwhile?.()
    const problems: unknown[] = []
    const root = hydrateRoot(main, <App store={store} snapshot={sent} />, {
      onRecoverableError: (error) => problems.push(error),
    })
    const leave = (): void => {
      root.unmount()
      main.remove()
    }
    onTestFinished(leave)
    return { html, problems, leave }
  }

  it('hydrates each page from its snapshot, and live values follow', async () => {
    watchPosts()
    const jar = createMemoryJar()
    const store = createConsentStore(consent, { jar })
    const first = goTo(store, '')
    expect(first.html).toBe('undecided light 1')
    await expect.poll(() => document.querySelector('[data-assent=before-paint]')).toBeNull()
    store.acceptAll()
    await expect.poll(state).toBe('decided granted light 1')
    store.cookies.set(theme, 'dark')
    await expect.poll(state).toBe('decided granted dark 1 kept')
    first.leave()

    const second = goTo(store, `${recordOf('analytics')}; theme=dark; pref_size=2`)
    expect(second.html).toBe('decided granted dark 2 kept')
    await expect.poll(state).toBe('decided granted dark 1 kept') // this jar holds no size
    second.leave()

    const third = goTo(store, undefined) // cached for everyone
    expect(third.html).toBe('undecided light 1')
    await expect.poll(state).toBe('decided granted dark 1 kept')
    expect([first, second, third].flatMap(({ problems }) => problems)).toEqual([])
  })

  it('keeps what waits in memory from one page to the next', async () => {
    watchPosts()
    const jar = createMemoryJar()
    const store = createConsentStore(consent, { jar })
    const first = goTo(store, '')
    await expect.poll(() => document.querySelector('[data-assent=before-paint]')).toBeNull()
    store.cookies.set(theme, 'dark')
    await expect.poll(state).toBe('undecided dark 1 blocked')
    first.leave()
    const second = goTo(store, '')
    expect(second.html).toBe('undecided light 1')
    await expect.poll(state).toBe('undecided dark 1 blocked')
    store.acceptAll()
    await expect.poll(state).toBe('decided granted dark 1 kept')
    expect(jar.get('theme')).toBe('dark')
    expect([...first.problems, ...second.problems]).toEqual([])
  })

  it('hydrates from what the page was sent, where the visitor decided since', async () => {
    watchPosts()
    const store = createConsentStore(consent, { jar: createMemoryJar() })
    const { html, problems } = goTo(store, '', () => void store.acceptAll())
    expect(html).toBe('undecided light 1')
    await expect.poll(state).toBe('decided granted light 1')
    await expect.poll(() => document.querySelector('[data-assent=banner]')).toBeNull()
    expect(problems).toEqual([])
  })

  it('grants nothing that was taken back since, on a page out of a cache', async () => {
    const store = createConsentStore(consent, { jar: createMemoryJar(recordOf()) })
    goTo(store, recordOf('analytics'))
    await expect.poll(state).toBe('decided light 1')
    expect(runs).toBe(0)
    expect(store.getState().grant.categories).toEqual(['essential'])
  })

  it('keeps two pages apart that are live at once', async () => {
    watchPosts()
    const store = createConsentStore(consent, { jar: createMemoryJar(recordOf('analytics')) })
    const pages = [goTo(store, recordOf('analytics')), goTo(store, ''), goTo(store, undefined)]
    await expect
      .poll(() => [...document.querySelectorAll('main')].map((main) => main.textContent.includes('decided granted')))
      .toEqual([true, true, true])
    expect(pages.flatMap(({ problems }) => problems)).toEqual([])
  })
})
