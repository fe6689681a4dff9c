import { act, render, renderHook, screen } from '@testing-library/react'
import {
  type Consent,
  type ConsentError,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineCookie,
  snapshotOf,
  useCookie,
  usePreferences,
  type CookieTuple,
  type Jar,
} from 'assent'
import { memo, Profiler, startTransition, StrictMode, useState, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import * as z from 'zod'
import { cart, consent, openShop, theme, visits, watchedJar } from './shop.js'

/** What an act gives back. */
function acting<T>(action: () => T): T | undefined {
  let answer: T | undefined
  act(() => {
    answer = action()
  })
  return answer
}

describe('useCookie', () => {
  it('gives the value of a definition', () => {
    const { wrapper } = openShop(['functional'], 'theme=dark')
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    expectTypeOf(result.current[0]).toEqualTypeOf<'light' | 'dark'>()
    expect(result.current[0]).toBe('dark')
    expect(result.current[2]).toMatchObject({ persisted: true, blocked: false, reason: undefined })
  })

  it('gives the default where there is no cookie, and never writes it', () => {
    const { wrapper, jar } = openShop(['functional', 'analytics'])
    const { result } = renderHook(() => useCookie(visits), { wrapper })
    expect(result.current[0]).toBe(0)
    expect(result.current[2].persisted).toBe(false)
    expect(jar.writes).toEqual([])
    expect(jar.get('visits')).toBeUndefined()
  })

  it('gives the default for text that is no value', () => {
    const { wrapper } = openShop(['functional'], 'theme=purple; cart=%5B%5D')
    const { result } = renderHook(() => [useCookie(theme)[0], useCookie(cart)[0]], { wrapper })
    expect(result.current).toEqual(['light', { items: ['tea'], total: 0 }])
  })

  it('reads a declared definition by its name', () => {
    const { wrapper } = openShop(['functional', 'analytics'], 'theme=dark; visits=3')
    const { result } = renderHook(() => [useCookie('theme')[0], useCookie('visits')[0]], { wrapper })
    expect(result.current).toEqual(['dark', 3])
  })

  it('reads a name without a definition as text', () => {
    const { wrapper } = openShop(['functional'], 'language=de; sid=9007199254740993')
    const { result } = renderHook(() => [useCookie('language')[0], useCookie('sid')[0], useCookie('tracking_a')[0]], {
      wrapper,
    })
    expect(result.current).toEqual(['de', '9007199254740993', undefined])
  })

  it('takes options with a name: a default, values, or a schema', () => {
    const { wrapper } = openShop(['functional'], 'language=de; pref_size=40; pref_box=%7B%22w%22%3A2%7D')
    const { result } = renderHook(
      () => {
        const [language] = useCookie('language', { values: ['en', 'de'], default: 'en' })
        const [size] = useCookie('pref_size', { default: 20 })
        const [box] = useCookie('pref_box', { schema: z.object({ w: z.number() }), default: { w: 1 } })
        const [dense] = useCookie('pref_dense', { default: false })
        expectTypeOf(language).toEqualTypeOf<'en' | 'de'>()
        expectTypeOf(size).toEqualTypeOf<number>()
        expectTypeOf(dense).toEqualTypeOf<boolean>()
        expectTypeOf(box.w).toEqualTypeOf<number>()
        return [language, size, box, dense]
      },
      { wrapper },
    )
    expect(result.current).toEqual(['de', 40, { w: 2 }, false])
  })

  it('takes options of the first render, and a new object at the next one changes nothing', () => {
    const { wrapper } = openShop(['functional'])
    const { result, rerender } = renderHook(({ initial }) => useCookie('pref_size', { default: initial }), {
      wrapper,
      initialProps: { initial: 20 },
    })
    const first = result.current
    rerender({ initial: 50 })
    expect(result.current).toBe(first)
  })

  it('takes a definition that is made anew at every render', () => {
    const { wrapper, jar } = openShop(['functional'])
    const { result } = renderHook(() => useCookie(defineCookie('language', { default: 'en' })), { wrapper })
    act(() => void result.current[1]('de'))
    expect(result.current[0]).toBe('de')
    expect(jar.get('language')).toBe('de')
  })

  it('follows a name that changes between renders', () => {
    const { wrapper } = openShop(['functional'], 'pref_a=1; pref_b=2')
    const { result, rerender } = renderHook(({ name }) => useCookie(name, { default: 0 }), {
      wrapper,
      initialProps: { name: 'pref_a' },
    })
    const set = result.current[1]
    expect(result.current[0]).toBe(1)
    rerender({ name: 'pref_b' })
    expect(result.current[0]).toBe(2)
    expect(result.current[1]).not.toBe(set)
    act(() => void result.current[1](5))
    expect(result.current[0]).toBe(5)
    rerender({ name: 'pref_a' })
    expect(result.current[0]).toBe(1)
  })

  it('throws for a second definition of a declared name, by options or by a definition', () => {
    const { wrapper } = openShop()
    vi.spyOn(console, 'error').mockImplementation(() => undefined) // React reports what it rethrows
    const conflict = expect.objectContaining({ code: 'conflicting-definition' }) as ConsentError
    expect(() => renderHook(() => useCookie('theme', { default: 'blue' }), { wrapper })).toThrow(conflict)
    expect(() => renderHook(() => useCookie(defineCookie('theme', { default: 'blue' })), { wrapper })).toThrow(conflict)
  })

  it('throws outside a provider', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(() => renderHook(() => useCookie(theme))).toThrow(
      expect.objectContaining({ code: 'missing-provider' }) as ConsentError,
    )
  })
})

describe('the setter', () => {
  it('writes with the attributes of the definition, and tells how it ended', () => {
    const { wrapper, jar } = openShop(['functional'])
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    const answer = acting(() => result.current[1]('dark'))
    expect(answer).toEqual({ ok: true, verified: true })
    expect(jar.writes).toEqual([['theme', 'dark', expect.objectContaining({ maxAge: 31_536_000 })]])
    expect(result.current[0]).toBe('dark')
    expect(result.current[2].persisted).toBe(true)
  })

  it('takes an updater, which sees what was just written', () => {
    const { wrapper, jar } = openShop(['analytics'])
    const { result } = renderHook(() => useCookie(visits), { wrapper })
    act(() => {
      result.current[1]((count) => count + 1)
      result.current[1]((count) => count + 1)
    })
    expect(result.current[0]).toBe(2)
    expect(jar.get('visits')).toBe('2')
  })

  it.each<[string, unknown, unknown]>([
    ['a number that is none', 5, NaN],
    ['a date where an object is read', { at: 0 }, new Date(0)],
    ['what JSON has no word for', { at: 0 }, () => () => 1],
    ['a Map in an object', {}, { m: new Map() }],
    ['NaN in an object', {}, { n: NaN }],
    ['undefined in a list', [], [undefined]],
    [
      'an object that holds itself',
      {},
      Object.defineProperty({}, 'self', {
        get(this: object) {
          return this
        },
        enumerable: true,
      }),
    ],
    ['a bigint in an object', {}, { id: 1n }],
    ['a bigint for text', '', 1n],
    ['a number for text', '', 42],
    ['a date in a list', [], [new Date(0)]],
    ['a symbol', '', Symbol('s')],
  ])('refuses %s, which would not read back, and writes nothing', (_, initial, value) => {
    const { wrapper, jar } = openShop(['functional'])
    const { result } = renderHook(() => useCookie('pref_odd', { default: initial }), { wrapper })
    expect(() => act(() => void result.current[1](value))).toThrow(expect.objectContaining({ code: 'invalid-value' }))
    expect(jar.writes).toEqual([])
    expect(result.current[0]).toBe(initial)
  })

  it('keeps U+FFFD for half an emoji, with and without consent', () => {
    const { wrapper, jar, store } = openShop([])
    const { result } = renderHook(() => useCookie('language', { default: 'en' }), { wrapper })
    act(() => void result.current[1]('hi 👽'.slice(0, 4)))
    expect(result.current[0]).toBe('hi \ufffd')
    act(() => void store.acceptAll())
    expect(jar.get('language')).toBe('hi \ufffd')
    expect(result.current[2].persisted).toBe(true)
  })

  it('is the same function at every render, and so is remove', () => {
    const { wrapper } = openShop(['functional'])
    const { result, rerender } = renderHook(() => useCookie(theme), { wrapper })
    const [, set, { remove }] = result.current
    act(() => void set('dark'))
    rerender()
    expect(result.current[1]).toBe(set)
    expect(result.current[2].remove).toBe(remove)
  })

  it('removes the cookie for undefined, and so does remove: the value is the default again', () => {
    const { wrapper, jar } = openShop(['functional'], 'theme=dark; language=de')
    const { result } = renderHook(() => [useCookie(theme), useCookie('language')] as const, { wrapper })
    act(() => void result.current[0][2].remove())
    act(() => void result.current[1][1](undefined))
    expect(result.current[0][0]).toBe('light')
    expect(result.current[1][0]).toBeUndefined()
    expect(jar.getAll()).not.toHaveProperty('theme')
    expect(jar.getAll()).not.toHaveProperty('language')
  })

  it('leaves the value as it was when it is too large', () => {
    const { wrapper, jar } = openShop([], 'cart=%7B%22items%22%3A%5B%22a%22%5D%2C%22total%22%3A1%7D')
    const { result } = renderHook(() => useCookie(cart), { wrapper })
    const before = result.current
    expect(acting(() => result.current[1]({ items: ['x'.repeat(100)], total: 2 }))).toEqual({
      ok: false,
      reason: 'too-large',
    })
    expect(result.current[0]).toBe(before[0])
    expect(result.current[2]).toMatchObject({ persisted: true, blocked: false })
    expect(jar.get('cart')).toBe('{"items":["a"],"total":1}')
  })

  it('leaves a blocked value as it was when the next one is too large', () => {
    const { wrapper } = openShop()
    const { result } = renderHook(() => useCookie('language', { default: 'en', maxBytes: 5 }), { wrapper })
    act(() => void result.current[1]('de'))
    expect(acting(() => result.current[1]('a language'))).toEqual({ ok: false, reason: 'too-large' })
    expect(result.current[0]).toBe('de')
    expect(result.current[2]).toMatchObject({ blocked: true, reason: 'consent' })
  })

  it('keeps in memory what the browser drops, and says so', () => {
    const jar = { ...watchedJar(), set: () => ({ ok: false, reason: 'rejected' }) as const }
    const store = createConsentStore(consent, { jar })
    const wrapper = ({ children }: { children: ReactNode }) => (
      <ConsentProvider store={store}>{children}</ConsentProvider>
    )
    const { result } = renderHook(() => useCookie(cart), { wrapper })
    act(() => void result.current[1]({ items: [], total: 3 }))
    expect(result.current[0]).toEqual({ items: [], total: 3 })
    expect(result.current[2]).toMatchObject({ persisted: false, blocked: false, reason: 'rejected' })
  })
})

describe('without consent', () => {
  it('a write is kept in memory, and reaches the browser at the grant, in the same tick', () => {
    const { wrapper, jar, store } = openShop()
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    expect(acting(() => result.current[1]('dark'))).toEqual({ ok: false, reason: 'consent' })
    expect(result.current[0]).toBe('dark')
    expect(result.current[2]).toMatchObject({ persisted: false, blocked: true, reason: 'consent' })
    expect(jar.getAll()).toEqual({})
    act(() => {
      store.save({ categories: ['functional'] })
      expect(jar.get('theme')).toBe('dark') // before anything else runs
    })
    expect(result.current[0]).toBe('dark')
    expect(result.current[2]).toMatchObject({ persisted: true, blocked: false, reason: undefined })
    expect(jar.writes.find(([name]) => name === 'theme')?.[2]).toMatchObject({ maxAge: 31_536_000 })
  })

  it('the last of several writes is the one that is kept', () => {
    const { wrapper, jar, store } = openShop()
    const { result } = renderHook(() => useCookie('language', { default: 'en' }), { wrapper })
    act(() => {
      result.current[1]('de')
      result.current[1]('fr')
      store.acceptAll()
    })
    expect(jar.writes.filter(([name]) => name === 'language')).toHaveLength(1)
    expect(jar.get('language')).toBe('fr')
  })

  it('a refusal keeps it for the rest of the page, and a later grant brings it back', () => {
    const { wrapper, jar, store } = openShop()
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    act(() => void result.current[1]('dark'))
    act(() => void store.rejectAll())
    expect(result.current[0]).toBe('dark')
    expect(jar.get('theme')).toBeUndefined()
    act(() => void store.acceptAll())
    expect(jar.get('theme')).toBe('dark')
  })

  it('a refused write is dropped at the end of the page', () => {
    const { wrapper, jar, store } = openShop()
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    act(() => void result.current[1]('dark'))
    act(() => void store.rejectAll())
    const next = createConsentStore(consent, { jar })
    const { result: reloaded } = renderHook(() => useCookie(theme), {
      wrapper: ({ children }) => <ConsentProvider store={next}>{children}</ConsentProvider>,
    })
    expect(reloaded.current[0]).toBe('light')
  })

  it('a name that no category declares is undeclared, and stays in memory whatever is granted', () => {
    const { wrapper, jar, store } = openShop()
    const debug = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    const { result } = renderHook(() => useCookie('unheard', { default: '' }), { wrapper })
    act(() => void result.current[1]('w'))
    expect(acting(() => result.current[1]('x'))).toEqual({ ok: false, reason: 'undeclared' })
    expect(debug.mock.calls).toEqual([[expect.stringMatching(/"unheard" is in no category/)]])
    expect(result.current[0]).toBe('x')
    expect(result.current[2]).toMatchObject({ persisted: false, blocked: true, reason: 'undeclared' })
    act(() => void store.acceptAll())
    expect(jar.get('unheard')).toBeUndefined()
    expect(result.current[0]).toBe('x')
  })

  it('a write that the browser will not have at the grant is as it was: not there, and blocked no more', () => {
    const jar = watchedJar()
    const picky: Jar = {
      ...jar,
      set: (name, ...rest) => (name === 'theme' ? { ok: false, reason: 'invalid-attribute' } : jar.set(name, ...rest)),
    }
    const store = createConsentStore<Consent>(consent, { jar: picky })
    const wrapper = ({ children }: { children: ReactNode }) => (
      <ConsentProvider store={store}>{children}</ConsentProvider>
    )
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    act(() => void result.current[1]('dark'))
    expect(result.current[2]).toMatchObject({ blocked: true, reason: 'consent' })
    act(() => void store.acceptAll())
    expect(result.current[0]).toBe('light')
    expect(result.current[2]).toMatchObject({ persisted: false, blocked: false, reason: undefined })
  })

  it('a value that the browser dropped gives way to a newer one of others', () => {
    const jar = watchedJar()
    let isFull = true
    const full: Jar = {
      ...jar,
      set: (name, ...rest) => (name === 'theme' && isFull ? { ok: false, reason: 'rejected' } : jar.set(name, ...rest)),
    }
    const store = createConsentStore<Consent>(consent, { jar: full })
    const wrapper = ({ children }: { children: ReactNode }) => (
      <ConsentProvider store={store}>{children}</ConsentProvider>
    )
    act(() => void store.acceptAll())
    const { result: colour } = renderHook(() => useCookie(theme), { wrapper })
    act(() => void colour.current[1]('dark'))
    expect(colour.current[2].reason).toBe('rejected')
    isFull = false
    act(() => void jar.set('theme', 'light')) // another tab
    expect(colour.current[0]).toBe('light')
    expect(colour.current[2]).toMatchObject({ persisted: true, reason: undefined })
  })

  it('a removal is not held back', () => {
    const { wrapper, jar } = openShop(undefined, 'theme=dark')
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    expect(acting(() => result.current[2].remove())).toEqual({ ok: true, verified: true })
    expect(jar.get('theme')).toBeUndefined()
  })

  it('a removal drops what was kept in memory', () => {
    const { wrapper, jar, store } = openShop()
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    act(() => void result.current[1]('dark'))
    act(() => void result.current[2].remove())
    expect(result.current[0]).toBe('light')
    act(() => void store.acceptAll())
    expect(jar.get('theme')).toBeUndefined()
  })

  it('what is required is written at once', () => {
    const { wrapper, jar } = openShop()
    const { result } = renderHook(() => useCookie(cart), { wrapper })
    expect(acting(() => result.current[1]({ items: [], total: 1 }))).toEqual({ ok: true, verified: true })
    expect(jar.get('cart')).toBe('{"items":[],"total":1}')
  })

  it('a withdrawal erases the cookie, and every reader has the default', () => {
    const { wrapper, jar, store } = openShop(['functional'], 'theme=dark')
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    expect(result.current[0]).toBe('dark')
    act(() => void store.rejectAll())
    expect(jar.get('theme')).toBeUndefined()
    expect(result.current[0]).toBe('light')
    expect(result.current[2]).toMatchObject({ persisted: false, blocked: false, reason: undefined })
  })

  it('a cookie that the start erases is not read from before', () => {
    const { wrapper, jar } = openShop([], 'theme=dark') // decided, and refused
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    expect(jar.get('theme')).toBeUndefined()
    expect(result.current[0]).toBe('light')
  })
})

describe('rendering', () => {
  it('keeps the identity of an object while its text stays the same', () => {
    const { wrapper, jar } = openShop([], 'cart=%7B%22items%22%3A%5B%5D%2C%22total%22%3A1%7D')
    const { result, rerender } = renderHook(() => [useCookie(cart)[0], useCookie('cart')[0]] as const, { wrapper })
    const [value, same] = result.current
    expect(same).toBe(value)
    act(() => void jar.set('cart', '{"items":[],"total":1}'))
    rerender()
    expect(result.current[0]).toBe(value)
    act(() => void jar.set('cart', '{ "items": [], "total": 1 }')) // the same value, as another program writes it
    expect(result.current[0]).toBe(value)
    act(() => void jar.set('cart', '{"items":[],"total":2}'))
    expect(result.current[0]).not.toBe(value)
  })

  it('is the same through hydration, and renders once, where the browser holds what the server was sent', () => {
    const header = 'cart=%7B%22items%22%3A%5B%22cup%22%5D%2C%22total%22%3A1%7D; pref_size=2'
    const seen: unknown[] = []
    function Reader() {
      const [basket] = useCookie(cart)
      const [prefs] = usePreferences({ size: 1 })
      seen.push(basket, prefs)
      return <p>{basket.items.join()}</p>
    }
    const page = () => {
      const snapshot = snapshotOf(header, consent)
      const store = createConsentStore<Consent>(consent, { jar: createMemoryJar(header), snapshot })
      return <ConsentProvider store={store} children={<Reader />} />
    }
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(page())
    seen.length = 0
    render(page(), { container, hydrate: true })
    expect(seen).toEqual([{ items: ['cup'], total: 1 }, { size: 2 }])
    container.remove()
  })

  it('renders again only who reads what has changed', () => {
    const { wrapper: Wrapper, jar } = openShop(['functional', 'analytics'])
    const renders: Record<string, number> = {}
    const Reader = memo(function Reader({ id, name }: { id: string; name: string }) {
      useCookie(name)
      return (
        <Profiler id={id} onRender={() => (renders[id] = (renders[id] ?? 0) + 1)}>
          <i key={Math.random()} />
        </Profiler>
      )
    })
    render(
      <Wrapper>
        {Array.from({ length: 20 }, (_, i) => (
          <Reader key={i} id={`${i}`} name={i % 2 ? 'pref_a' : `tracking_${i}`} />
        ))}
      </Wrapper>,
    )
    const before = { ...renders }
    act(() => void jar.set('pref_a', '1'))
    const changed = Object.keys(renders).filter((id) => renders[id] !== before[id])
    expect(changed).toEqual(Array.from({ length: 10 }, (_, i) => `${2 * i + 1}`))
    act(() => void jar.set('pref_a', '1'))
    expect(Object.values(renders).reduce((sum, count) => sum + count)).toBe(20 + 10)
  })

  it('tells every reader in the page before the write returns', () => {
    const { wrapper } = openShop(['functional'])
    const seen: string[] = []
    const { result } = renderHook(
      () => {
        const one = useCookie(theme)
        const other = useCookie('theme')
        seen.push(`${one[0]} ${String(other[0])}`)
        return one
      },
      { wrapper },
    )
    act(() => void result.current[1]('dark'))
    expect(seen.every((text) => text === 'light light' || text === 'dark dark')).toBe(true)
    expect(seen.at(-1)).toBe('dark dark')
  })

  it('hears of what other code writes into the jar', () => {
    const { wrapper, jar } = openShop(['functional'])
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    act(() => void jar.set('theme', 'dark'))
    expect(result.current[0]).toBe('dark')
    expect(result.current[2].persisted).toBe(true)
  })

  it('works twice as hard in StrictMode, and the same', () => {
    const { wrapper: Wrapper, jar, store } = openShop()
    const { result, unmount } = renderHook(() => useCookie(theme), {
      wrapper: ({ children }) => (
        <StrictMode>
          <Wrapper>{children}</Wrapper>
        </StrictMode>
      ),
    })
    act(() => void result.current[1]('dark'))
    act(() => void store.acceptAll())
    expect(jar.get('theme')).toBe('dark')
    expect(result.current[2].persisted).toBe(true)
    unmount()
    expect(jar.listeners()).toBe(0)
  })

  it('leaves no listener behind', () => {
    const { wrapper, jar } = openShop(['functional'])
    const first = renderHook(() => [useCookie(theme), useCookie('language'), useCookie('pref_a', { default: 1 })], {
      wrapper,
    })
    expect(jar.listeners()).toBeGreaterThan(0)
    first.unmount()
    expect(jar.listeners()).toBe(0)
    const { result } = renderHook(() => useCookie(theme), { wrapper })
    act(() => void jar.set('theme', 'dark'))
    expect(result.current[0]).toBe('dark')
  })

  it('shows no two values at once while React renders in parts', async () => {
    const { wrapper: Wrapper, jar } = openShop(['functional'])
    let show: (isShown: boolean) => void = () => undefined
    function Page(): ReactNode {
      const [isShown, setIsShown] = useState(false)
      show = setIsShown
      return isShown && Array.from({ length: 30 }, (_, i) => <Slow key={i} />)
    }
    function Slow(): ReactNode {
      const until = performance.now() + 2
      while (performance.now() < until);
      return <b>{useCookie(theme)[0]}</b>
    }
    const { container } = render(
      <Wrapper>
        <Page />
      </Wrapper>,
    )
    const mixed: string[] = []
    const observer = new MutationObserver(() => {
      const texts = new Set([...container.querySelectorAll('b')].map(({ textContent }) => textContent))
      if (texts.size > 1) mixed.push([...texts].join())
    })
    observer.observe(container, { subtree: true, childList: true, characterData: true })
    startTransition(() => show(true))
    await new Promise((resolve) => setTimeout(resolve, 15)) // React is in the midst of it
    jar.set('theme', 'dark')
    await vi.waitFor(() => expect(container.querySelectorAll('b')).toHaveLength(30))
    await vi.waitFor(() => expect(container.textContent).toBe('dark'.repeat(30)))
    observer.disconnect()
    expect(mixed).toEqual([])
  })

  it('reads, in two providers, each its own jar', () => {
    const [one, other] = [openShop(['functional'], 'theme=dark'), openShop()]
    const Theme = () => <b>{useCookie(theme)[0]}</b>
    render(
      <>
        <one.wrapper>
          <Theme />
        </one.wrapper>
        <other.wrapper>
          <Theme />
        </other.wrapper>
      </>,
    )
    expect(screen.getByText('dark')).toBeInTheDocument()
    expect(screen.getByText('light')).toBeInTheDocument()
  })

  it('is a tuple that stays the same while nothing in it changes', () => {
    const { wrapper, jar } = openShop(['functional'])
    const tuples: CookieTuple<'light' | 'dark'>[] = []
    const { rerender } = renderHook(() => tuples.push(useCookie(theme)), { wrapper })
    rerender()
    act(() => void jar.set('language', 'de'))
    rerender()
    expect(new Set(tuples).size).toBe(1)
  })
})
