// Next's Cache Components reports every clock and every random number that is read while a page is made before the visitor comes.
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  ConsentBanner,
  ConsentFrame,
  ConsentGate,
  ConsentProvider,
  CookieTable,
  days,
  defineConsent,
  defineCookie,
  PreferencesButton,
  PreferencesForm,
  snapshotOf,
  useCookie,
} from 'assent'
import { createCookies, readConsent } from 'assent/server'

const NOW = Date.UTC(2026, 10, 29)
const SECRET = 'q8Zr2Lx7Vn4Ty1Kp9Wd3Hs6Bf5Gm0Jc-'
const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
const visitor = defineCookie('visitor', { signed: true, maxAge: days(7) })
const basket = defineCookie('basket', { sealed: true, maxAge: days(7) })
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: [visitor, basket] },
    functional: { name: 'Functional', description: '', cookies: [theme] },
    marketing: { name: 'Marketing', description: '', cookies: ['ad_*'] },
  },
  endpoint: '/consent',
})

/** A request of a visitor who has decided, with what this server has set. */
function requestOf(decided: boolean): Headers {
  const set = createCookies(new Headers(), { consent, secret: SECRET, clock: () => NOW })
  set.set(visitor, 'Ada')
  set.set(basket, 'shells')
  const ours = set.toHeaders().map((line) => line.split(';')[0])
  const record = JSON.stringify({
    categories: ['essential', 'functional'],
    timestamp: '2026-11-01T00:00:00.000Z',
    version: 1,
  })
  return new Headers({
    cookie: [...ours, 'theme=dark', ...(decided ? [`cookie_consent=${encodeURIComponent(record)}`] : [])].join('; '),
    'sec-gpc': '1',
  })
}
const requests = { decided: requestOf(true), undecided: requestOf(false), none: new Headers() }

function Theme() {
  return <p>{useCookie(theme)[0]}</p>
}

const page = (snapshot?: ReturnType<typeof snapshotOf>) => (
  <ConsentProvider consent={consent} snapshot={snapshot}>
    <ConsentBanner />
    <ConsentGate category="marketing" fallback={<p>No.</p>}>
      <p>Yes.</p>
    </ConsentGate>
    <ConsentFrame category="marketing" src="https://video.example/1" title="A film" />
    <CookieTable />
    <PreferencesForm />
    <PreferencesButton />
    <Theme />
  </ConsentProvider>
)

const read = vi.fn((what: string): never => {
  throw new Error(`${what} was read`)
})

beforeEach(() => {
  const { Date } = globalThis
  const Watched = new Proxy(Date, {
    apply: () => read('Date()'),
    construct: (target, given, newTarget: new () => object) =>
      given.length ? (Reflect.construct(target, given, newTarget) as object) : read('new Date()'),
    get: (target, key, receiver: unknown) =>
      key === 'now' ? () => read('Date.now()') : (Reflect.get(target, key, receiver) as unknown),
  })
  vi.stubGlobal('Date', Watched)
  vi.spyOn(Math, 'random').mockImplementation(() => read('Math.random()'))
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(() => read('crypto.getRandomValues()'))
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => read('crypto.randomUUID()'))
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe.each(Object.entries(requests))('for a request: %s', (kind, request) => {
  it('reads consent by the time that the app gives, and by no clock', () => {
    const { status } = readConsent(request, consent, { now: NOW, secret: SECRET })
    expect(status).toBe(kind === 'decided' ? 'decided' : 'undecided')
  })

  it('takes a snapshot by the time that the app gives, and by no clock', () => {
    expect(snapshotOf(request, consent, { now: NOW }).now).toBe(NOW)
  })

  it('reads cookies by the clock that the app gives, and by no other', () => {
    const cookies = createCookies(request, { consent, secret: SECRET, clock: () => NOW })
    expect(cookies.get(visitor)).toBe(kind === 'none' ? undefined : 'Ada')
    expect(cookies.get(basket)).toBe(kind === 'none' ? undefined : 'shells')
    expect(cookies.get(theme)).toBe(kind === 'none' ? 'light' : 'dark')
    expect(cookies.all()).toBeDefined()
  })

  it('renders every component of a snapshot by no clock', () => {
    const html = renderToString(page(snapshotOf(request, consent, { now: NOW })))
    expect(html.includes('data-assent="banner"')).toBe(kind !== 'decided')
  })
})

it('renders every component of a page that is the same for everyone by no clock', () => {
  expect(renderToString(page())).toContain('data-assent="banner"')
})

it('reads the clock where the app gives no time, so that Next reports it', () => {
  expect(() => readConsent(requests.none, consent)).toThrow('Date.now() was read')
  expect(() => snapshotOf(requests.none, consent)).toThrow('Date.now() was read')
})
