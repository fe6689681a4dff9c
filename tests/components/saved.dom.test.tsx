import { act, fireEvent, render, screen } from '@testing-library/react'
import {
  Banner,
  ConsentBanner,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  PreferencesForm,
  stringifyRecord,
} from 'assent'
import { StrictMode, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const categories = { analytics: { name: 'Analytics', description: 'Counts.' } }
const consent = defineConsent({ version: 1, categories, endpoint: '/consent' })

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()))
})
afterEach(() => {
  history.replaceState(null, '', '/')
})

const decided = `cookie_consent=${encodeURIComponent(
  stringifyRecord({ categories: [], timestamp: new Date().toISOString(), version: 1 }),
)}`
const saved = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>('[data-assent=saved]')
  if (!element) throw new Error('There is no confirmation.')
  return element
}
const isShown = (): boolean => saved().hasAttribute('data-shown')

function openPage(header = '', children: ReactNode = <ConsentBanner />, locale?: string) {
  const store = createConsentStore(consent, { jar: createMemoryJar(header) })
  render(
    <StrictMode>
      <ConsentProvider store={store} locale={locale}>
        {children}
      </ConsentProvider>
    </StrictMode>,
  )
  return store
}

describe('the confirmation', () => {
  it('is in the HTML of every page with an endpoint, hidden, and in no other', () => {
    const html = (declaration: typeof consent) =>
      renderToString(
        <ConsentProvider consent={declaration}>
          <ConsentBanner />
        </ConsentProvider>,
      )
    expect(html(consent)).toContain(
      '<p data-assent="saved" id="assent-saved" role="status" hidden="">Cookie preferences saved.</p>',
    )
    expect(html(defineConsent({ version: 1, categories }))).not.toContain('saved')
  })

  it('is shown on the page that a form came back to, once, and keeps what the history holds', () => {
    history.replaceState({ scroll: 7 }, '', '/page?q=1#assent-saved')
    openPage(decided)
    expect(isShown()).toBe(true)
    expect(saved()).toHaveTextContent('Cookie preferences saved.')
    expect(saved()).not.toHaveAttribute('hidden')
    expect(location.href).toMatch(/\/page\?q=1$/)
    expect(history.state).toEqual({ scroll: 7 })
  })

  it.each<[string, () => void]>([
    ['a click', () => fireEvent.pointerDown(document.body)],
    ['Tab', () => fireEvent.keyDown(document.body, { key: 'Tab' })],
    ['Esc', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
  ])('stays until %s, and through the keys that zoom and scroll', (_, end) => {
    vi.useFakeTimers()
    history.replaceState(null, '', '/#assent-saved')
    openPage(decided)
    for (const key of ['Control', '+', 'PageDown', 'ArrowDown']) fireEvent.keyDown(document.body, { key })
    act(() => void vi.advanceTimersByTime(600_000))
    expect(isShown()).toBe(true)
    end()
    expect(isShown()).toBe(false)
    expect(saved()).toBeEmptyDOMElement()
    vi.useRealTimers()
  })

  it('is not shown without the fragment, nor where the browser kept nothing', () => {
    openPage(decided)
    expect(isShown()).toBe(false)
    expect(saved()).toBeEmptyDOMElement()
  })

  it('is not shown where the browser kept nothing', () => {
    history.replaceState(null, '', '/#assent-saved')
    openPage()
    expect(isShown()).toBe(false)
    expect(saved()).toBeEmptyDOMElement()
    expect(screen.getByRole('region')).toBeInTheDocument()
  })

  it('tells screen readers alone of a choice made by script, of each one anew', () => {
    const store = openPage()
    fireEvent.click(screen.getByRole('button', { name: 'Reject all' }))
    expect(screen.getByRole('status')).toBe(saved())
    expect(saved()).toHaveTextContent('Cookie preferences saved.')
    expect(isShown()).toBe(false)
    const before = saved().firstElementChild
    act(() => void store.acceptAll())
    expect(saved().firstElementChild).not.toBe(before)
    act(() => void store.reset())
    expect(saved()).toBeEmptyDOMElement()
  })

  it('leaves it to the form of the page, where there is one, and to the tab where it was made', () => {
    const store = openPage(
      '',
      <>
        <ConsentBanner />
        <PreferencesForm />
      </>,
    )
    act(() => void store.rejectAll())
    expect(screen.getAllByText('Cookie preferences saved.')).toHaveLength(1)
    expect(saved()).toBeEmptyDOMElement()
  })

  it('says nothing of what another tab chose', () => {
    const store = openPage()
    act(() => void store.jar.set('cookie_consent', 'true'))
    expect(saved()).toBeEmptyDOMElement()
  })

  it('works by itself, in the language of the page', () => {
    history.replaceState(null, '', '/#assent-saved')
    openPage(decided, <Banner.Saved className="mine">Gespeichert.</Banner.Saved>, 'de')
    expect(saved()).toHaveAttribute('lang', 'de')
    expect(saved()).toHaveClass('mine')
    expect(saved()).toHaveTextContent('Gespeichert.')
    fireEvent.pointerDown(document.body)
    expect(saved()).toBeEmptyDOMElement()
  })
})
