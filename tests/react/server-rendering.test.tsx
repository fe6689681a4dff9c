import {
  BeforePaint,
  beforePaintScript,
  ConsentBanner,
  ConsentFrame,
  ConsentGate,
  ConsentProvider,
  ConsentScript,
  CookieTable,
  createConsentStore,
  createMemoryJar,
  embedSnapshot,
  PreferencesButton,
  PreferencesForm,
  snapshotOf,
  useConsent,
  useCookie,
  usePreferences,
  type ConsentProviderProps,
  type Snapshot,
} from 'assent'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { consent, theme } from './shop.js'

const record = (categories: readonly string[], rest: object = {}): string =>
  `cookie_consent=${encodeURIComponent(JSON.stringify({ categories, timestamp: new Date().toISOString(), version: 1, ...rest }))}`

function Page(): ReactNode {
  const [value, , { persisted }] = useCookie(theme)
  const [{ size }] = usePreferences({ size: 20 })
  return (
    <p>
      {`theme ${value}, ${persisted ? 'kept' : 'default'}, size ${size}, analytics ${useConsent('analytics') ? 'yes' : 'no'}`}
    </p>
  )
}

const renderPage = (props: Omit<ConsentProviderProps, 'consent'> = {}): string =>
  renderToString(
    <ConsentProvider consent={consent} {...props}>
      <ConsentBanner />
      <Page />
      <ConsentGate category="analytics" fallback="Not measured">
        Measured
      </ConsentGate>
      <PreferencesForm />
      <PreferencesButton />
      <CookieTable />
    </ConsentProvider>,
  )

describe('with the visitor’s cookies', () => {
  it('has the banner in the HTML until the visitor decides', () => {
    expect(renderPage({ snapshot: snapshotOf(null, consent) })).toContain('data-assent="banner"')
    expect(renderPage({ snapshot: snapshotOf(record(['analytics']), consent) })).not.toContain('data-assent="banner"')
    const outdated = snapshotOf(record(['analytics'], { version: 0 }), consent)
    expect(renderPage({ snapshot: outdated })).toContain('data-assent="banner"')
  })

  it('renders values and grants of the request', () => {
    const cookies = snapshotOf(`${record(['functional', 'analytics'])}; theme=dark; pref_size=50`, consent)
    const html = renderPage({ snapshot: cookies })
    expect(html).toContain('theme dark, kept, size 50, analytics yes')
    expect(html).toContain('Measured')
    expect(html).not.toContain('Not measured')
  })

  it('takes the headers of a request, and decides by the moment of the snapshot', () => {
    const headers = new Headers({ cookie: record(['analytics']) })
    const later = Date.now() + 183 * 86_400_000
    expect(renderPage({ snapshot: snapshotOf(headers, consent) })).toContain('analytics yes')
    expect(renderPage({ snapshot: snapshotOf(headers, consent, { now: later }) })).toContain('analytics no')
  })

  it('puts no secret of the request into the HTML', () => {
    const cookies = snapshotOf(`sid=secret-session; unheard=secret-other; theme=dark; ${record([])}`, consent)
    expect(embedSnapshot(cookies)).not.toContain('secret')
    expect(renderPage({ snapshot: cookies })).not.toContain('secret')
  })

  it('gives its script no lifetime, so that it never hides a banner that the server sent', () => {
    const html = renderPage({ snapshot: snapshotOf(null, consent) })
    expect(html).toContain('data-assent="before-paint"')
    expect(html).not.toContain('data-max-age')
  })
})

describe('for a page that is cached for everyone', () => {
  it('asks, grants what is required alone, and renders defaults', () => {
    const html = renderPage()
    expect(html).toContain('data-assent="banner"')
    expect(html).toContain('theme light, default, size 20, analytics no')
    expect(html).toContain('Not measured')
  })

  it('reads neither clock nor randomness', () => {
    const clock = vi.spyOn(Date, 'now')
    const random = vi.spyOn(Math, 'random')
    const bytes = vi.spyOn(crypto, 'getRandomValues')
    expect(renderPage()).toBe(renderPage())
    expect(clock).not.toHaveBeenCalled()
    expect(random).not.toHaveBeenCalled()
    expect(bytes).not.toHaveBeenCalled()
  })

  it('has the script directly before the banner, with what it needs as data, and the nonce of the page', () => {
    const html = renderPage({ nonce: 'abc' })
    const [, attributes, script, next] =
      /<script([^>]*)>(.*?)<\/script>(<section[^>]*data-assent="banner")/s.exec(html) ?? []
    expect(script).toBe(beforePaintScript)
    expect(next).toBeDefined()
    for (const text of ['nonce="abc"', 'data-cookie="cookie_consent"', 'data-version="1"', 'data-max-age="15724800"'])
      expect(attributes).toContain(text)
  })

  it('gives the script to a banner of your own', () => {
    const html = renderToString(
      <ConsentProvider consent={consent}>
        <BeforePaint />
      </ConsentProvider>,
    )
    expect(html).toMatch(/^<script[^>]* data-assent="before-paint"/)
  })
})

it('lets no search engine quote the banner or the panel', () => {
  const html = renderPage()
  for (const part of ['banner', 'panel'])
    expect(html).toMatch(new RegExp(`<[^>]* data-assent="${part}"[^>]* data-nosnippet`))
})

it('ticks nothing before a choice, and never renders the panel open', () => {
  const html = renderPage()
  expect(html).not.toMatch(/<input[^>]*\schecked/)
  expect(html).not.toMatch(/<dialog[^>]*\sopen/)
})

it('says nothing in the console of a server', () => {
  const error = vi.spyOn(console, 'error')
  const warn = vi.spyOn(console, 'warn')
  renderPage()
  renderPage({ snapshot: snapshotOf(record(['analytics']), consent), locale: 'de', nonce: 'x' })
  expect(error).not.toHaveBeenCalled()
  expect(warn).not.toHaveBeenCalled()
})

it('renders with a store that was made outside React', () => {
  const snapshot = snapshotOf(record(['analytics']), consent)
  const store = createConsentStore(consent, { jar: createMemoryJar(), snapshot })
  const html = renderToString(
    <ConsentProvider store={store}>
      <Page />
    </ConsentProvider>,
  )
  expect(html).toContain('analytics yes')
})

it('embeds a snapshot that no cookie can break out of', () => {
  const cookies: Snapshot = snapshotOf(`theme=</script><script>alert(1)</script>; ${record([])}`, consent)
  const text = embedSnapshot(cookies)
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual(cookies)
})

describe('what waits for a grant', () => {
  const page = (cookie: string | null): string =>
    renderToString(
      <ConsentProvider consent={consent} snapshot={snapshotOf(cookie, consent)}>
        <ConsentScript category="analytics" src="https://stats.example/a.js" />
        <ConsentFrame service="meta" src="https://video.example/1" title="Video" />
        <ConsentGate when={{ and: ['analytics', { not: 'marketing' }] }}>Only measured</ConsentGate>
      </ConsentProvider>,
    )

  it('is in the HTML of a visitor who granted it: the frame and what stands in a gate, no script', () => {
    const html = page(record(['analytics', 'marketing']))
    expect(html).toContain('<iframe src="https://video.example/1" title="Video"')
    expect(html).not.toContain('stats.example')
    expect(html).not.toContain('Only measured')
    expect(page(record(['analytics']))).toContain('Only measured')
    expect(page(record(['marketing'], { services: [] }))).not.toContain('<iframe')
  })

  it('leaves no trace of its hosts in anybody else’s, and no style that a strict policy forbids', () => {
    expect(page(null)).toContain('Show once')
    for (const text of ['stats.example', 'video.example', 'preconnect', 'style='])
      expect(page(null)).not.toContain(text)
  })
})
