import { act, renderHook } from '@testing-library/react'
import {
  ConsentError,
  PreferencesPanel,
  useConsent,
  useConsentActions,
  useConsentStore,
  usePreferences,
  type ConsentState,
} from 'assent'
import type { ComponentType, ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { openShop } from './shop.js'

/** The code of the error that a hook throws without what it needs around it. */
function codeOf(use: () => unknown, wrapper?: ComponentType<{ children: ReactNode }>): unknown {
  vi.spyOn(console, 'error').mockImplementation(() => undefined) // React reports what it rethrows
  try {
    renderHook(use, wrapper && { wrapper })
  } catch (error) {
    if (error instanceof ConsentError) return error.code
    throw error
  }
  return undefined
}

describe('useConsent', () => {
  it('tells whether a category is granted, and follows', () => {
    const { wrapper, store } = openShop()
    const { result } = renderHook(() => [useConsent('essential'), useConsent('analytics')], { wrapper })
    expect(result.current).toEqual([true, false])
    act(() => void store.save({ categories: ['analytics'] }))
    expect(result.current).toEqual([true, true])
    act(() => void store.rejectAll())
    expect(result.current).toEqual([true, false])
  })

  it('refuses a category that is not declared, which could never be granted', () => {
    expect(codeOf(() => useConsent('unheard'), openShop(['analytics']).wrapper)).toBe('unknown-category')
  })

  it('renders again only when its own category changes', () => {
    const { wrapper, store } = openShop()
    let renders = 0
    renderHook(
      () => {
        renders++
        useConsent('analytics')
      },
      { wrapper },
    )
    const before = renders
    act(() => void store.save({ categories: ['functional'] }))
    expect(renders).toBe(before)
    act(() => void store.acceptAll())
    expect(renders).toBe(before + 1)
  })
})

describe('useConsentStore', () => {
  it('selects any slice, and renders again only when the selection changes', () => {
    const { wrapper, store } = openShop()
    const seen: string[] = []
    renderHook(() => seen.push(useConsentStore((state) => state.status)), { wrapper })
    act(() => store.setDraft({ categories: ['analytics'] }))
    expect(seen).toEqual(['undecided'])
    act(() => void store.rejectAll())
    expect(seen).toEqual(['undecided', 'decided'])
    act(() => void store.acceptAll())
    expect(seen).toEqual(['undecided', 'decided'])
  })

  it('sees status, record, grant, asking, draft and open, and nothing else', () => {
    const { wrapper } = openShop(['analytics'])
    const { result } = renderHook(() => useConsentStore((state): ConsentState => state), { wrapper })
    expect(Object.keys(result.current).sort()).toEqual(['asking', 'draft', 'grant', 'open', 'record', 'status'])
    expect(result.current).toMatchObject({
      status: 'decided',
      record: { categories: ['essential', 'analytics'], version: 1 },
      grant: { categories: ['essential', 'analytics'] },
      open: false,
    })
  })

  it('takes a selector that closes over props', () => {
    const { wrapper } = openShop(['analytics'])
    const { result, rerender } = renderHook(
      ({ id }) => useConsentStore((state) => state.grant.categories.includes(id)),
      { wrapper, initialProps: { id: 'analytics' } },
    )
    expect(result.current).toBe(true)
    rerender({ id: 'marketing' })
    expect(result.current).toBe(false)
  })
})

describe('useConsentActions', () => {
  it('gives the same functions at every render and in every component', () => {
    const { wrapper, store } = openShop()
    const { result, rerender } = renderHook(() => [useConsentActions(), useConsentActions()] as const, { wrapper })
    const [first, second] = result.current
    expect(second).toBe(first)
    act(() => void store.acceptAll())
    rerender()
    expect(result.current[0]).toBe(first)
  })

  it('accepts, rejects, saves and resets, and answers how the write ended', () => {
    const { wrapper, store, jar } = openShop()
    const { result } = renderHook(() => useConsentActions(), { wrapper })
    const { acceptAll, rejectAll, save, reset } = result.current
    act(() => expect(acceptAll()).toEqual({ ok: true, verified: true }))
    expect(store.getState().grant.categories).toEqual(['essential', 'functional', 'analytics', 'marketing'])
    act(() => expect(rejectAll()).toEqual({ ok: true, verified: true }))
    expect(store.getState().grant.categories).toEqual(['essential'])
    act(() => expect(save({ categories: ['analytics'] })).toEqual({ ok: true, verified: true }))
    expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
    act(() => expect(reset()).toMatchObject({ ok: true }))
    expect(store.getState()).toMatchObject({ status: 'undecided', record: undefined })
    expect(jar.get('cookie_consent')).toBeUndefined()
  })

  it('ignores the event when an action is the handler itself', () => {
    const { wrapper, store } = openShop()
    const { result } = renderHook(() => useConsentActions(), { wrapper })
    const handler: (event: unknown) => unknown = result.current.save as (event: unknown) => unknown
    act(() => result.current.setDraft({ categories: ['functional'] }))
    act(() => void handler(new MouseEvent('click')))
    expect(store.getState().grant.categories).toEqual(['essential', 'functional'])
  })

  it('throws when the preferences are to open and no panel is mounted', () => {
    const { wrapper } = openShop()
    const { result } = renderHook(() => useConsentActions(), { wrapper })
    expect(() => result.current.openPreferences()).toThrow(
      expect.objectContaining({ code: 'missing-panel' }) as ConsentError,
    )
  })

  it('opens the preferences while a panel is mounted, and throws again once it is gone', () => {
    const { wrapper: Wrapper, store } = openShop()
    const wrapper = ({ children }: { children: ReactNode }) => (
      <Wrapper>
        <PreferencesPanel />
        {children}
      </Wrapper>
    )
    const { result, unmount } = renderHook(() => useConsentActions(), { wrapper })
    act(() => result.current.openPreferences())
    expect(store.getState().open).toBe(true)
    act(() => result.current.closePreferences())
    expect(store.getState().open).toBe(false)
    unmount()
    expect(() => result.current.openPreferences()).toThrow(ConsentError)
  })
})

it.each<[string, () => unknown]>([
  ['useConsent', () => useConsent('analytics')],
  ['useConsentStore', () => useConsentStore((state) => state.status)],
  ['useConsentActions', () => useConsentActions()],
  ['usePreferences', () => usePreferences({ a: 1 })],
])('%s says so when it stands outside a provider', (_, use) => {
  expect(codeOf(use)).toBe('missing-provider')
})
