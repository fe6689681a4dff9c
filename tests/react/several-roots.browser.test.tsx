// One store in several React roots of a page, as islands have it.
import {
  ConsentBanner,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  PreferencesButton,
  PreferencesPanel,
  defineCookie,
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
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    analytics: { name: 'Analytics', description: 'Measures.', cookies: [theme, 'pref_*'] },
  },
  endpoint: '/pages/consent',
})

const open = (): ConsentStore => createConsentStore(consent, { jar: createMemoryJar() })

/** An element of the page, gone when the test is over. */
function place(html = ''): HTMLElement {
  const element = document.createElement('div')
  element.innerHTML = html
  document.body.append(element)
  onTestFinished(() => element.remove())
  return element
}

/** Renders an island: a root with a provider of its own. */
function island(store: ConsentStore, children: ReactNode, onDecision?: () => void): Root {
  const root = createRoot(place())
  root.render(
    <StrictMode>
      <ConsentProvider store={store} onDecision={onDecision}>
        {children}
      </ConsentProvider>
    </StrictMode>,
  )
  onTestFinished(() => root.unmount())
  return root
}

/** Makes posts succeed, and gives their bodies. */
function watchPosts(): unknown[] {
  const bodies: unknown[] = []
  vi.spyOn(window, 'fetch').mockImplementation((_, init) => {
    bodies.push(init?.body)
    return Promise.resolve(new Response())
  })
  return bodies
}

const opener = page.getByRole('button', { name: 'Cookie preferences' })
const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
const idle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))

describe('a button of another root than the panel', () => {
  it('opens it, whichever came first', async () => {
    const store = open()
    island(store, <PreferencesButton />)
    await expect.element(opener).toBeVisible()
    island(store, <ConsentBanner />)
    await expect.element(page.getByRole('region')).toBeVisible()
    await opener.click()
    await expect.element(panel).toBeVisible()
  })

  it('opens none of another store', async () => {
    const store = open()
    island(open(), <PreferencesPanel />)
    const root = island(store, <PreferencesPanel />)
    island(store, <PreferencesButton />)
    await opener.click()
    await expect.poll(() => document.querySelectorAll(':modal').length).toBe(1)
    root.unmount()
    await expect.poll(() => store.getState().open).toBe(false)
  })

  it('opens the one that a server has rendered once it is live', async () => {
    const store = open()
    const tree = (
      <ConsentProvider store={store}>
        <PreferencesPanel />
      </ConsentProvider>
    )
    const element = place(renderToString(tree))
    island(store, <PreferencesButton />)
    await opener.click()
    expect(store.getState().open).toBe(true)
    const root = hydrateRoot(element, tree)
    onTestFinished(() => root.unmount())
    await expect.element(panel).toBeVisible()
    expect(panel.element().matches(':modal')).toBe(true)
  })
})

describe('a choice with one store in four roots', () => {
  it('is posted once, and told to each provider, whichever roots have gone', async () => {
    const posts = watchPosts()
    const store = open()
    const heard = [vi.fn(), vi.fn(), vi.fn(), vi.fn()]
    const roots = heard.map((listener) => island(store, <PreferencesButton />, listener))
    await expect.poll(() => document.querySelectorAll('[data-assent=open]').length).toBe(4)
    store.acceptAll()
    expect(posts).toHaveLength(1)
    for (const listener of heard) expect(listener).toHaveBeenCalledTimes(1)
    for (const [i, root] of roots.entries()) {
      root.unmount()
      store.rejectAll()
      expect(posts).toHaveLength(i < 3 ? i + 2 : 4)
    }
  })

  it('is told to each, and posted once, where a listener takes a root away', async () => {
    const posts = watchPosts()
    const store = open()
    const track = vi.fn()
    const first: Root = island(store, <PreferencesButton />, () => first.unmount())
    island(store, <PreferencesButton />, track)
    const third = island(store, <PreferencesButton />, track) // the same function
    await expect.poll(() => document.querySelectorAll('[data-assent=open]').length).toBe(3)
    store.acceptAll()
    expect(posts).toHaveLength(1)
    expect(track).toHaveBeenCalledTimes(2)
    third.unmount()
    store.rejectAll()
    expect(track).toHaveBeenCalledTimes(3)
    expect(posts).toHaveLength(2)
  })

  it('keeps the language of the root that asks, where others have none', async () => {
    watchPosts()
    const store = open()
    const root = createRoot(place())
    onTestFinished(() => root.unmount())
    root.render(
      <ConsentProvider store={store} locale="de">
        <ConsentBanner />
      </ConsentProvider>,
    )
    await expect.element(page.getByRole('region')).toBeVisible()
    island(store, <PreferencesButton />)
    await expect.element(opener).toBeVisible()
    await page.getByRole('button', { name: 'Accept all' }).click()
    expect(store.getState().record).toMatchObject({ via: 'accept', language: 'de' })
  })

  it('finds the browser followed once, until the last root has gone or is hidden', async () => {
    watchPosts()
    let followers = 0
    const jar = createMemoryJar()
    const store = createConsentStore(consent, {
      jar: {
        ...jar,
        subscribe(listener) {
          const stop = jar.subscribe(listener)
          followers++
          return () => {
            followers--
            stop()
          }
        },
      },
    })
    const stop = store.start()
    const roots = [1, 2, 3].map(() => island(store, <PreferencesButton />))
    await expect.poll(() => document.querySelectorAll('[data-assent=open]').length).toBe(3)
    expect(followers).toBe(1)
    stop()
    stop() // says nothing new
    roots.pop()?.unmount()
    roots.pop()?.unmount()
    expect(followers).toBe(1)
    jar.set('cookie_consent', 'true') // by another tab
    expect(store.getState().record?.categories).toContain('analytics')
    roots.pop()?.unmount()
    expect(followers).toBe(0)
    island(store, <PreferencesButton />)
    await expect.poll(() => followers).toBe(1)
  })

  it('is posted by each of two stores', async () => {
    const posts = watchPosts()
    const stores = [open(), open()]
    for (const store of stores) island(store, <PreferencesButton />)
    await expect.poll(() => document.querySelectorAll('[data-assent=open]').length).toBe(2)
    for (const store of stores) store.acceptAll()
    expect(posts).toHaveLength(2)
  })
})

describe('the dialog of the panel', () => {
  const ways: [string, (dialog: HTMLDialogElement) => void][] = [
    ['a command of the page', () => document.querySelector<HTMLElement>('#plain')?.click()],
    ['showModal()', (dialog) => dialog.showModal()],
    ['show()', (dialog) => dialog.show()],
    ['its attribute', (dialog) => dialog.setAttribute('open', '')],
  ]
  const PLAIN = '<button id="plain" command="show-modal" commandfor="assent-preferences">Plain</button>'
  const dialogOf = (): HTMLDialogElement => {
    const dialog = document.querySelector<HTMLDialogElement>('dialog#assent-preferences')
    if (!dialog) throw new Error('No dialog.')
    return dialog
  }

  for (const isBefore of [true, false])
    it.each(ways)(
      `closes after each choice, opened ${isBefore ? 'before' : 'after'} it is live by %s`,
      async (_, way) => {
        watchPosts()
        const store = open()
        const tree = (
          <ConsentProvider store={store}>
            <PreferencesPanel />
          </ConsentProvider>
        )
        place(PLAIN)
        const element = place(renderToString(tree))
        if (isBefore) way(dialogOf())
        const root = hydrateRoot(element, tree)
        onTestFinished(() => root.unmount())
        for (const name of ['Accept all', 'Save choices', 'Reject all', 'Close']) {
          if (name !== 'Accept all' || !isBefore) {
            await idle()
            way(dialogOf())
          }
          await expect.poll(() => store.getState().open).toBe(true)
          await page.getByRole('button', { name }).click()
          await expect.poll(() => dialogOf().open).toBe(false)
          expect(store.getState().open).toBe(false)
        }
      },
    )

  it.each<[string, (dialog: HTMLDialogElement) => unknown]>([
    ['Esc', () => userEvent.keyboard('{Escape}')],
    ['close()', (dialog) => dialog.close()],
    ['requestClose()', (dialog) => dialog.requestClose()],
    [
      'a form of the page',
      (dialog) => {
        const form = document.createElement('form')
        form.method = 'dialog'
        dialog.append(form)
        form.requestSubmit()
      },
    ],
  ])('closes by %s, drops what was ticked, and opens again', async (_, close) => {
    const store = open()
    island(store, <PreferencesPanel />)
    await expect.poll(() => document.querySelector('dialog')).not.toBeNull()
    await idle()
    dialogOf().showModal()
    await page.getByRole('checkbox', { name: 'Analytics' }).click()
    await close(dialogOf())
    await expect.poll(() => store.getState().open).toBe(false)
    expect(store.getState().draft.categories).toEqual(['essential'])
    store.openPreferences()
    await expect.element(panel).toBeVisible()
  })
})

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
