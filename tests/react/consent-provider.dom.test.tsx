import { act, render, renderHook, screen } from '@testing-library/react'
import {
  ConsentBanner,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  defineCookie,
  PreferencesForm,
  readSignals,
  snapshotOf,
  useConsent,
  useConsentStore,
  useCookie,
  type Consent,
  type ConsentError,
  type ConsentProviderProps,
  type CookieDefinition,
} from 'assent'
import { StrictMode, useState, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { consent, openShop, theme } from './shop.js'

afterEach(() => {
  for (const pair of document.cookie.split('; ')) document.cookie = `${pair.split('=')[0] ?? ''}=; max-age=0; path=/`
})

const Status = () => <p>{useConsentStore((state) => state.status)}</p>

describe('ConsentProvider', () => {
  it('keeps consent in the cookies of the page when it is given none of its own', () => {
    document.cookie = `cookie_consent=${encodeURIComponent(JSON.stringify({ categories: ['analytics'], timestamp: new Date().toISOString(), version: 1 }))}; path=/`
    const { result } = renderHook(() => useConsent('analytics'), {
      wrapper: ({ children }) => <ConsentProvider consent={consent}>{children}</ConsentProvider>,
    })
    expect(result.current).toBe(true)
  })

  it('writes nothing before a choice', () => {
    const { jar, wrapper: Wrapper } = openShop()
    render(
      <Wrapper>
        <ConsentBanner />
      </Wrapper>,
    )
    expect(jar.writes).toEqual([])
    expect(document.cookie).toBe('')
  })

  it('begins anew when a hot update brings another declaration, and only then', () => {
    const declare = (name: string) => {
      const size = defineCookie('size', { default: 1 })
      const functional = { name, description: '', cookies: [size] }
      return { size, consent: defineConsent({ version: 1, categories: { functional } }) }
    }
    let mounts = 0
    function Size({ size }: { size: CookieDefinition<number, 'client'> }) {
      useState(() => mounts++)
      return <output>{useCookie(size)[0]}</output>
    }
    const page = ({ size, consent }: ReturnType<typeof declare>) => (
      <ConsentProvider consent={consent}>
        <PreferencesForm />
        <Size size={size} />
      </ConsentProvider>
    )
    const first = declare('Functional')
    const { rerender } = render(page(first))
    // Written inside a component, it is another object each time, and says the same.
    rerender(page({ ...first, consent: defineConsent({ version: 1, categories: first.consent.categories }) }))
    expect(mounts).toBe(1)

    const text = declare('Settings')
    rerender(page(text))
    expect(screen.getByRole('checkbox', { name: 'Settings' })).toBeVisible()
    // An edit elsewhere in the module: other definitions, the same words.
    rerender(page(declare('Settings')))
    expect(mounts).toBe(3)
  })

  it('keeps its declaration in production, whatever is passed later', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const { rerender } = render(<ConsentProvider consent={consent} children={<PreferencesForm />} />)
    const other = defineConsent({ version: 1, categories: { other: { name: 'Other', description: '' } } })
    rerender(<ConsentProvider consent={other} children={<PreferencesForm />} />)
    expect(screen.queryByRole('checkbox', { name: 'Other' })).toBeNull()
  })

  describe('with what is opt-out', () => {
    const told = defineConsent({
      version: 1,
      categories: {
        told: { name: 'Told', description: '', regime: (region) => (region === 'US' ? 'opt-out' : 'opt-in') },
      },
    })
    const grantIn = (props: Partial<ConsentProviderProps>) => {
      const grants: boolean[] = []
      const Told = () => {
        grants.push(useConsent<typeof told>('told'))
        return null
      }
      render(<ConsentProvider consent={told} {...props} children={<Told />} />)
      return grants
    }
    const setSignal = (value: unknown) =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true })
    afterEach(() => void Reflect.deleteProperty(navigator, 'globalPrivacyControl'))

    it('asks by the region of the visitor', () => {
      expect(grantIn({ region: 'US' }).at(-1)).toBe(true)
      expect(grantIn({ region: 'DE' }).at(-1)).toBe(false)
      expect(grantIn({}).at(-1)).toBe(false)
    })

    it('heeds Global Privacy Control, and only a real true', () => {
      setSignal('1')
      expect(grantIn({ region: 'US' }).at(-1)).toBe(true)
      setSignal(true)
      expect(grantIn({ region: 'US' }).at(-1)).toBe(false)
    })

    it('heeds a signal that only the server was sent', () => {
      const cookies = snapshotOf(new Headers({ 'sec-gpc': '1' }), told, { region: 'US' })
      expect(new Set(grantIn({ snapshot: cookies }))).toEqual(new Set([false]))
    })

    it('heeds it in a store of your own that reads signals', () => {
      setSignal(true)
      const options = { jar: createMemoryJar(), region: 'US' }
      const blind = createConsentStore<Consent>(told, options)
      const heeding = createConsentStore<Consent>(told, { ...options, signals: readSignals })
      expect(grantIn({ consent: undefined, store: blind }).at(-1)).toBe(true)
      expect(grantIn({ consent: undefined, store: heeding }).at(-1)).toBe(false)
    })
  })

  it('renders a client-only page without a script', () => {
    const { wrapper: Wrapper } = openShop()
    const { container } = render(
      <Wrapper>
        <ConsentBanner />
      </Wrapper>,
    )
    expect(container.querySelector('script')).toBeNull()
  })

  it.each<[string, ConsentProviderProps, string]>([['neither consent nor a store', {}, 'missing-consent']])(
    'throws for %s',
    (_, props, code) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined) // React reports what it rethrows
      expect(() => render(<ConsentProvider {...props} />)).toThrow(expect.objectContaining({ code }) as ConsentError)
    },
  )

  it('renders those who read nothing of consent once, whatever is decided', () => {
    const { wrapper: Wrapper, store } = openShop()
    let renders = 0
    const Quiet = () => {
      renders++
      return null
    }
    render(
      <Wrapper>
        <Quiet />
        <Status />
      </Wrapper>,
    )
    act(() => void store.acceptAll())
    expect(screen.getByText('decided')).toBeInTheDocument()
    expect(renders).toBe(1)
  })

  it('stops listening when it goes, in StrictMode too', () => {
    const { wrapper: Wrapper, jar } = openShop()
    const tree = (
      <StrictMode>
        <Wrapper>
          <ConsentBanner />
          <Status />
        </Wrapper>
      </StrictMode>
    )
    const { unmount } = render(tree)
    expect(jar.listeners()).toBeGreaterThan(0)
    unmount()
    expect(jar.listeners()).toBe(0)
    render(tree)
    act(() => void jar.set('cookie_consent', 'yes')) // from another tab
    expect(screen.getByText('decided')).toBeInTheDocument()
  })

  it('tells onDecision of every decision with its reason, once, and always the newest function', () => {
    const first = vi.fn()
    const next = vi.fn()
    const { store, jar } = openShop()
    const tree = (onDecision: typeof first | undefined): ReactNode => (
      <StrictMode>
        <ConsentProvider store={store} onDecision={onDecision} />
      </StrictMode>
    )
    const { rerender } = render(tree(first))
    expect(first).not.toHaveBeenCalled()
    act(() => void store.acceptAll())
    expect(first.mock.calls).toEqual([[expect.objectContaining({ via: 'accept' }), { reason: 'accept' }]])
    rerender(tree(next))
    act(() => void store.rejectAll())
    act(() => void jar.set('cookie_consent', 'true'))
    act(() => void store.reset())
    expect(first).toHaveBeenCalledTimes(1)
    expect(next.mock.calls.map(([, context]) => (context as { reason: string }).reason)).toEqual([
      'reject',
      'external',
      'reset',
    ])
    expect(next).toHaveBeenLastCalledWith(undefined, { reason: 'reset' })
    rerender(tree(undefined))
    act(() => void store.acceptAll())
    expect(next).toHaveBeenCalledTimes(3)
  })

  it('tells onErase of what was taken back and of what was erased, once it is gone', async () => {
    const jar = createMemoryJar()
    const store = createConsentStore(consent, { jar })
    const heard: [unknown, boolean][] = []
    const tree = (onErase: ConsentProviderProps['onErase']): ReactNode => (
      <StrictMode>
        <ConsentProvider store={store} onErase={onErase} />
      </StrictMode>
    )
    const { rerender } = render(tree(() => heard.push(['before', false])))
    rerender(
      tree(({ reason, withdrawn }) =>
        heard.push([[reason, withdrawn.categories], jar.get('tracking_1') === undefined]),
      ),
    )
    await act(() => Promise.resolve(store.acceptAll()))
    jar.set('tracking_1', '1')
    await act(() => Promise.resolve(store.acceptAll()))
    expect(heard).toEqual([])
    await act(() => Promise.resolve(store.save({ categories: consent.ids.filter((id) => id !== 'analytics') })))
    expect(heard).toEqual([[['save', ['analytics']], true]])
    await act(() => Promise.resolve(jar.set('tracking_1', 'late')))
    expect(heard.slice(1)).toEqual([[['late', []], true]])
  })

  it('keeps the choice when onDecision throws', () => {
    vi.useFakeTimers() // holds back the error, which is reported as any uncaught one is
    const { store, jar } = openShop()
    render(
      <ConsentProvider
        store={store}
        onDecision={() => {
          throw new Error('the log is down')
        }}
      />,
    )
    expect(store.acceptAll()).toEqual({ ok: true, verified: true })
    expect(store.getState().status).toBe('decided')
    expect(jar.get('cookie_consent')).toContain('analytics')
    expect(() => vi.runAllTimers()).toThrow('the log is down')
    vi.useRealTimers()
  })

  it('keeps the language of its words in the record', () => {
    const { store } = openShop()
    const { rerender } = render(<ConsentProvider store={store} locale="de" />)
    act(() => void store.acceptAll())
    expect(store.getState().record?.language).toBe('de')
    rerender(<ConsentProvider store={store} locale="fr" />)
    act(() => void store.acceptAll())
    expect(store.getState().record?.language).toBe('fr')
  })

  it('gives other words inside another provider, with the same consent, and the record keeps their language', () => {
    const { wrapper: Outer, store, jar } = openShop(undefined, '', { locale: 'en', nonce: 'abc' })
    const inner = (locale: string, title: string) => (
      <Outer>
        <ConsentProvider locale={locale} messages={{ title, accept: 'Ja' }}>
          <ConsentBanner />
        </ConsentProvider>
        <PreferencesForm />
      </Outer>
    )
    const { rerender, unmount } = render(inner('de', 'Kekse?'))
    expect(screen.getByRole('region', { name: 'Kekse?' })).toHaveAttribute('lang', 'de')
    expect(screen.getByRole('form', { name: 'Cookie preferences' })).toHaveAttribute('lang', 'en')
    rerender(inner('fr', 'Biscuits ?'))
    expect(jar.listeners()).toBe(1)
    act(() => screen.getByRole('button', { name: 'Ja' }).click())
    expect(store.getState().record).toMatchObject({ via: 'accept', language: 'fr' })
    expect(screen.queryByRole('region')).toBeNull()
    unmount()
    expect(jar.listeners()).toBe(0)
  })

  it('shares one store between two providers, in which all is heard at once', () => {
    const { store } = openShop()
    const Theme = () => {
      const [value, setValue] = useCookie(theme)
      return <button onClick={() => setValue('dark')}>{value}</button>
    }
    render(
      <>
        <ConsentProvider store={store}>
          <Theme />
        </ConsentProvider>
        <ConsentProvider store={store}>
          <Theme />
        </ConsentProvider>
      </>,
    )
    act(() => screen.getAllByRole('button', { name: 'light' })[0]?.click())
    expect(screen.getAllByRole('button', { name: 'dark' })).toHaveLength(2)
  })
})

describe('a provider of a declaration with an endpoint', () => {
  const declared = defineConsent({
    version: 1,
    categories: { analytics: { name: 'Analytics', description: 'Counts.' } },
    endpoint: '/consent',
  })
  const watchFetch = () => {
    const fetch = vi.fn<(url: string, init: { readonly body: string }) => Promise<Response>>()
    fetch.mockImplementation(() => Promise.resolve(new Response()))
    vi.stubGlobal('fetch', fetch)
    return () => fetch.mock.calls.map(([url, { body }]) => [url, (JSON.parse(body) as { choice: string }).choice])
  }
  const open = (children?: ReactNode) => {
    const store = createConsentStore<Consent>(declared, { jar: createMemoryJar() })
    const view = render(
      <StrictMode>
        <ConsentProvider store={store} locale="en">
          <ConsentBanner />
          {children}
        </ConsentProvider>
      </StrictMode>,
    )
    return { store, ...view }
  }

  it('posts each choice once, also in StrictMode and with a provider inside it', () => {
    const posts = watchFetch()
    const { store } = open(
      <ConsentProvider locale="de">
        <PreferencesForm />
      </ConsentProvider>,
    )
    act(() => void store.acceptAll())
    act(() => void store.reset())
    expect(posts()).toEqual([
      ['/consent', 'accept'],
      ['/consent', 'reset'],
    ])
  })

  it('posts nothing at load, nothing of other tabs, and nothing after it is gone', () => {
    const posts = watchFetch()
    const { store, unmount } = open()
    act(() => void store.jar.set('cookie_consent', 'true'))
    unmount()
    store.rejectAll()
    expect(posts()).toEqual([])
  })

  it('posts nothing without one', () => {
    const posts = watchFetch()
    const { store, wrapper: Wrapper } = openShop()
    render(<Wrapper>{null}</Wrapper>)
    act(() => void store.rejectAll())
    expect(posts()).toEqual([])
  })
})
