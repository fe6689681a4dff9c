// One store in several React roots of a page.
import {
  ConsentBanner,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  PreferencesButton,
  PreferencesPanel,
} from 'assent'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page } from 'vitest/browser'
import { consent, island, open, place, watchPosts } from './islands.js'

const opener = page.getByRole('button', { name: 'Cookie preferences' })
const panel = page.getByRole('dialog', { name: 'Cookie preferences' })

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
