import { act, renderHook } from '@testing-library/react'
import { ConsentProvider, createConsentStore, usePreferences, type Jar } from 'assent'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { consent, openShop, watchedJar } from './shop.js'

const defaults = { theme: 'light', itemsPerPage: 20, compact: false, items_seen: ['a'] }

/** The wire text of JSON in a Cookie header. */
const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

describe('usePreferences', () => {
  it('gives the defaults, with their types, and writes none of them', () => {
    const { wrapper, jar } = openShop(['functional'])
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    expectTypeOf(result.current[0].theme).toEqualTypeOf<string>()
    expectTypeOf(result.current[0].itemsPerPage).toEqualTypeOf<number>()
    expectTypeOf(result.current[0].compact).toEqualTypeOf<boolean>()
    expect(result.current[0]).toEqual(defaults)
    expect(jar.writes).toEqual([])
  })

  it('reads one cookie a key, of the type of its default', () => {
    const { wrapper } = openShop(
      ['functional'],
      `pref_theme=dark; pref_itemsPerPage=50; pref_compact=True; pref_items_seen=${json(['b'])}`,
    )
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    expect(result.current[0]).toEqual({ theme: 'dark', itemsPerPage: 50, compact: true, items_seen: ['b'] })
  })

  it('gives the default of a key whose text is no value, and the others as they are', () => {
    const { wrapper } = openShop(['functional'], 'pref_itemsPerPage=many; pref_compact=true')
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    expect(result.current[0]).toMatchObject({ itemsPerPage: 20, compact: true })
  })

  it('writes a key verbatim after pref_, for a year, SameSite=Lax', () => {
    const { wrapper, jar } = openShop(['functional'])
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    act(() => void result.current[1]({ itemsPerPage: 50, items_seen: [] }))
    expect(jar.writes).toEqual([
      ['pref_itemsPerPage', '50', expect.objectContaining({ maxAge: 31_536_000 })],
      ['pref_items_seen', '[]', expect.objectContaining({ maxAge: 31_536_000 })],
    ])
    for (const [, , options] of jar.writes)
      expect([undefined, 'lax']).toContain((options as { sameSite?: string }).sameSite)
    expect(result.current[0]).toEqual({ ...defaults, itemsPerPage: 50, items_seen: [] })
  })

  it('takes other values of lists and objects, also where the defaults are written in place', () => {
    const { wrapper } = openShop(['functional'])
    const { result } = renderHook(() => usePreferences({ tags: ['a'], filter: { size: 'm' } }), { wrapper })
    act(() => void result.current[1]({ tags: ['b'], filter: { size: 'l' } }))
    expect(result.current[0]).toEqual({ tags: ['b'], filter: { size: 'l' } })
  })

  it('writes the other keys although one is refused, and then says so', () => {
    const { wrapper, jar } = openShop(['functional'])
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    act(() => {
      expect(() => result.current[1]({ itemsPerPage: NaN, theme: 'dark', compact: true })).toThrow(/itemsPerPage/)
    })
    expect(jar.writes.map(([name]) => name)).toEqual(['pref_theme', 'pref_compact'])
    expect(result.current[0]).toEqual({ ...defaults, theme: 'dark', compact: true })
  })

  it('writes only what changes, and tells of each key that it wrote', () => {
    const { wrapper, jar } = openShop(['functional'], 'pref_theme=dark')
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    let results: unknown
    act(() => {
      results = result.current[1]({ theme: 'dark', compact: true, items_seen: ['a'] })
    })
    expect(results).toEqual({ compact: { ok: true, verified: true } })
    expect(jar.writes.map(([name]) => name)).toEqual(['pref_compact'])
  })

  it('takes an updater, which sees what was just written', () => {
    const { wrapper } = openShop(['functional'])
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    act(() => {
      result.current[1](({ itemsPerPage }) => ({ itemsPerPage: itemsPerPage + 1 }))
      result.current[1](({ itemsPerPage }) => ({ itemsPerPage: itemsPerPage + 1 }))
    })
    expect(result.current[0].itemsPerPage).toBe(22)
  })

  it('keeps what it can when one key fails', () => {
    const { wrapper, jar } = openShop(['functional'])
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    let results: unknown
    act(() => {
      results = result.current[1]({ theme: 'x'.repeat(5000), itemsPerPage: 50, compact: true })
    })
    expect(results).toEqual({
      theme: { ok: false, reason: 'too-large' },
      itemsPerPage: { ok: true, verified: true },
      compact: { ok: true, verified: true },
    })
    expect(result.current[0]).toEqual({ ...defaults, itemsPerPage: 50, compact: true })
    expect(jar.getAll()).toMatchObject({ pref_itemsPerPage: '50', pref_compact: 'true' })
  })

  it('keeps in memory, key by key, what the browser drops', () => {
    const kept = watchedJar()
    const jar: Jar = {
      ...kept,
      set: (name, ...rest) => (name === 'pref_theme' ? { ok: false, reason: 'rejected' } : kept.set(name, ...rest)),
    }
    const store = createConsentStore(consent, { jar })
    store.acceptAll()
    const wrapper = ({ children }: { children: ReactNode }) => (
      <ConsentProvider store={store}>{children}</ConsentProvider>
    )
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    act(() => void result.current[1]({ theme: 'dark', compact: true }))
    expect(result.current[0]).toMatchObject({ theme: 'dark', compact: true })
    expect(result.current[2]).toMatchObject({ persisted: false, blocked: false })
    expect(jar.get('pref_compact')).toBe('true')
  })

  it('keeps all in memory without consent, and writes it at the grant, in the same tick', () => {
    const { wrapper, jar, store } = openShop()
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    let results: unknown
    act(() => {
      results = result.current[1]({ theme: 'dark', compact: true })
    })
    expect(results).toEqual({ theme: { ok: false, reason: 'consent' }, compact: { ok: false, reason: 'consent' } })
    expect(result.current[0]).toMatchObject({ theme: 'dark', compact: true })
    expect(result.current[2]).toMatchObject({ persisted: false, blocked: true })
    expect(jar.getAll()).toEqual({})
    act(() => {
      store.save({ categories: ['functional'] })
      expect(jar.getAll()).toMatchObject({ pref_theme: 'dark', pref_compact: 'true' })
    })
    expect(result.current[2]).toMatchObject({ persisted: true, blocked: false })
  })

  it('resets to the defaults, by removing every one of its cookies', () => {
    const { wrapper, jar } = openShop(['functional'], 'pref_theme=dark; pref_compact=true; pref_other=1')
    const { result } = renderHook(() => usePreferences(defaults), { wrapper })
    act(() => result.current[2].reset())
    expect(result.current[0]).toEqual(defaults)
    expect(Object.keys(jar.getAll()).filter((name) => name.startsWith('pref_'))).toEqual(['pref_other'])
  })

  it('removes the cookie of a key that is set to undefined', () => {
    const { wrapper, jar } = openShop(['functional'], 'pref_theme=dark')
    const { result } = renderHook(() => usePreferences<{ theme: string | undefined }>({ theme: undefined }), {
      wrapper,
    })
    expect(result.current[0].theme).toBe('dark')
    act(() => void result.current[1]({ theme: undefined }))
    expect(result.current[0].theme).toBeUndefined()
    expect(jar.get('pref_theme')).toBeUndefined()
  })

  it('keeps tuple, values and setters the same until one of its cookies changes', () => {
    const { wrapper, jar } = openShop(['functional'])
    const { result, rerender } = renderHook(() => usePreferences({ ...defaults }), { wrapper })
    const first = result.current
    rerender()
    act(() => void jar.set('pref_other', '1'))
    expect(result.current).toBe(first)
    act(() => void jar.set('pref_theme', 'dark'))
    expect(result.current[0]).not.toBe(first[0])
    expect(result.current[0].items_seen).toBe(first[0].items_seen)
    expect(result.current[1]).toBe(first[1])
    expect(result.current[2].reset).toBe(first[2].reset)
  })

  it('counts the defaults of the first render', () => {
    const { wrapper } = openShop(['functional'])
    const { result, rerender } = renderHook(({ size }) => usePreferences({ size })[0].size, {
      wrapper,
      initialProps: { size: 1 },
    })
    rerender({ size: 2 })
    expect(result.current).toBe(1)
  })

  it('agrees with another component of the same key, and leaves no listener behind', () => {
    const { wrapper: Wrapper, jar } = openShop(['functional'])
    const wrapper = ({ children }: { children: ReactNode }) => (
      <StrictMode>
        <Wrapper>{children}</Wrapper>
      </StrictMode>
    )
    const { result, unmount } = renderHook(
      () => [usePreferences(defaults), usePreferences({ compact: true })] as const,
      { wrapper },
    )
    expect(result.current[1][0].compact).toBe(true) // each has its own default
    act(() => void result.current[0][1]({ compact: true }))
    act(() => void result.current[1][1]({ compact: false }))
    expect(result.current[0][0].compact).toBe(false)
    unmount()
    expect(jar.listeners()).toBe(0)
  })
})
