// One store in several React roots of a page, as islands have it.
import {
  ConsentBanner,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  PreferencesButton,
  PreferencesPanel,
  type ConsentStore,
} from 'assent'
import { StrictMode, type ReactNode } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

const categories = {
  essential: { name: 'Essential', description: 'Needed.', required: true },
  analytics: { name: 'Analytics', description: 'Measures.' },
} as const
const consent = defineConsent({ version: 1, categories, endpoint: '/pages/consent' })

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
