import axe from 'axe-core'
import {
  ConsentBanner,
  ConsentGate,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  CookieTable,
  en,
  PreferencesButton,
  PreferencesForm,
  PreferencesPanel,
} from 'assent'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { openShop, type Shop } from '../react/shop.js'

async function renderPage(children: ReactNode, shop: Shop = openShop()): Promise<Shop> {
  await render(
    <shop.wrapper>
      {children}
      <section aria-label="Shop">
        <h1>Shop</h1>
        <PreferencesButton />
        <p style={{ height: '200vh' }}>Long</p>
      </section>
    </shop.wrapper>,
  )
  return shop
}

const opener = page.getByRole('button', { name: 'Cookie preferences' })
const dialog = page.getByRole('dialog', { name: 'Cookie preferences' })
const box = (name: string) => dialog.getByRole('checkbox', { name })

const categories = {
  version: 1,
  categories: { analytics: { name: 'Analytics', description: 'How the site is used.' } },
}

/** What axe finds wrong. */
async function violations(): Promise<string[]> {
  const result = await axe.run(document.body)
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

// Before each: the page is in no state but its own.
beforeEach(() => {
  document.documentElement.lang = 'en'
  document.title = 'Shop'
})
afterEach(() => scrollTo(0, 0))

describe('the panel', () => {
  it('is modal, and takes focus into it', async () => {
    await renderPage(<ConsentBanner />)
    await opener.click()
    await expect.element(dialog).toBeVisible()
    expect(dialog.element().matches(':modal')).toBe(true)
    expect(dialog.element().contains(document.activeElement)).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
  })

  it.each<[string, (name: 'Close') => Promise<void>]>([
    ['Esc', () => userEvent.keyboard('{Escape}')],
    ['Close', (name) => dialog.getByRole('button', { name }).click()],
  ])('closes by %s without a change, and gives focus back', async (_, close) => {
    const { store, jar } = await renderPage(<ConsentBanner />)
    await opener.click()
    await box('Analytics').click()
    await close('Close')
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.poll(() => document.activeElement).toBe(opener.element())
    expect(store.getState()).toMatchObject({ status: 'undecided', open: false, draft: { categories: ['essential'] } })
    expect(jar.writes).toEqual([])
    await expect.element(page.getByRole('region', { name: en.title })).toBeVisible()
    await opener.click()
    await expect.element(box('Analytics')).not.toBeChecked()
  })

  it('ticks by the keyboard, and saves', async () => {
    const { store } = await renderPage(<ConsentBanner />)
    await opener.click()
    for (const name of ['Functional', 'Analytics']) {
      const element = box(name).element()
      if (element instanceof HTMLElement) element.focus()
      await userEvent.keyboard(' ')
    }
    await dialog.getByRole('button', { name: 'Save choices' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    expect(store.getState().grant.categories).toEqual(['essential', 'functional', 'analytics'])
  })

  it('stays open, with its ticks, when Enter is pressed on a box', async () => {
    await renderPage(<ConsentBanner />)
    await opener.click()
    await box('Analytics').click()
    await userEvent.keyboard('{Enter}')
    await expect.element(box('Analytics')).toBeChecked()
    expect(dialog.element().matches(':modal')).toBe(true)
  })

  it('opens again after it was closed', async () => {
    const { store } = await renderPage(<ConsentBanner />)
    await opener.click()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => store.getState().open).toBe(false)
    await opener.click()
    expect(dialog.element().matches(':modal')).toBe(true)
  })

  it('stays open when it is opened before the browser has told of the Esc that closed it', async () => {
    const { store } = await renderPage(<ConsentBanner />)
    await opener.click()
    const element = dialog.element() as HTMLDialogElement // by its role, and named by our part
    const closed = new Promise((resolve) => element.addEventListener('close', resolve))
    // What Esc does; `close` comes in a task of its own.
    element.dispatchEvent(new Event('cancel', { cancelable: true }))
    element.close()
    await Promise.resolve()
    store.openPreferences()
    await closed
    await expect.element(dialog).toBeVisible()
    expect(element.matches(':modal')).toBe(true)
    expect(store.getState().open).toBe(true)
  })

  it('leaves focus and page where they were when its opener goes with what was granted', async () => {
    await renderPage(
      <>
        <PreferencesPanel />
        <p style={{ height: '150vh' }}>Long</p>
        <section aria-label="Map">
          <ConsentGate category="marketing" fallback={<PreferencesButton>Show the map</PreferencesButton>}>
            <a href="#map">Map</a>
          </ConsentGate>
        </section>
      </>,
    )
    const show = page.getByRole('button', { name: 'Show the map' }).element() as HTMLElement // it is a button
    show.focus()
    await userEvent.keyboard('{Enter}')
    await box('Marketing').click()
    const before = scrollY
    expect(before).toBeGreaterThan(0)
    await dialog.getByRole('button', { name: 'Save choices' }).click()
    const map = page.getByRole('region', { name: 'Map' }).element()
    await expect.poll(() => document.activeElement).toBe(map)
    expect(scrollY).toBe(before)
    await userEvent.tab()
    expect(document.activeElement).toBe(page.getByRole('link', { name: 'Map' }).element())
    expect(map.hasAttribute('tabindex')).toBe(false)
  })

  it('has nothing that axe would mend', async () => {
    await renderPage(<ConsentBanner />)
    await opener.click()
    expect(await violations()).toEqual([])
  })
})

describe('the banner', () => {
  it('takes no focus, locks no scrolling, and lets the page be used', async () => {
    const { store } = await renderPage(<ConsentBanner />)
    expect(document.activeElement).toBe(document.body)
    scrollTo(0, 50)
    expect(scrollY).toBe(50)
    await userEvent.keyboard('{Escape}')
    await opener.click()
    expect(store.getState()).toMatchObject({ status: 'undecided', open: true })
  })

  it('is met first by the keyboard, Reject and Accept after one another', async () => {
    await renderPage(<ConsentBanner />)
    const seen: (string | null)[] = []
    for (let i = 0; i < 4; i++) {
      await userEvent.tab()
      seen.push(document.activeElement?.textContent ?? null)
    }
    expect(seen).toEqual(['Privacy policy', 'Reject all', 'Accept all', 'Customize'])
  })

  it.each([
    ['Accept all', 'accept'],
    ['Reject all', 'reject'],
  ])('decides by the keyboard on "%s"', async (name, via) => {
    const { store } = await renderPage(<ConsentBanner />)
    const element = page.getByRole('button', { name }).element()
    if (element instanceof HTMLElement) element.focus()
    await userEvent.keyboard('{Enter}')
    expect(store.getState().record?.via).toBe(via)
  })

  it('has nothing that axe would mend', async () => {
    await renderPage(<ConsentBanner />)
    expect(await violations()).toEqual([])
  })
})

describe('the form', () => {
  it.each([undefined, '/consent'])('decides nothing by Enter on a box, with the endpoint %s', async (endpoint) => {
    const consent = defineConsent({ ...categories, endpoint })
    const store = createConsentStore(consent, { jar: createMemoryJar() })
    await render(
      <ConsentProvider store={store}>
        <PreferencesForm />
      </ConsentProvider>,
    )
    let isSubmitted = false
    const onSubmit = (event: Event): void => {
      isSubmitted = true
      event.preventDefault() // the page of this test must stay
    }
    addEventListener('submit', onSubmit)
    const element = page.getByRole('checkbox', { name: 'Analytics' }).element()
    if (element instanceof HTMLElement) element.focus()
    await userEvent.keyboard('{Enter}')
    removeEventListener('submit', onSubmit)
    expect(isSubmitted).toBe(false)
    expect(store.getState().status).toBe('undecided')
  })

  it('has nothing that axe would mend', async () => {
    await renderPage(<PreferencesForm />)
    expect(await violations()).toEqual([])
  })
})

it('the table has nothing that axe would mend', async () => {
  await renderPage(
    <main>
      <CookieTable />
    </main>,
  )
  expect(await violations()).toEqual([])
})
