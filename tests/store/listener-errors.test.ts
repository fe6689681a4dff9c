import { createConsentStore, createMemoryJar, defineConsent, defineCookie } from 'assent/core'
import { describe, expect, it } from 'vitest'

const theme = defineCookie('theme', { default: 'light' })
const size = defineCookie('size', { default: 'small' })
const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true },
    functional: { name: 'Functional', description: '', cookies: [theme, size] },
  },
})

describe('a listener of store.cookies that throws', () => {
  const wire = () => {
    const jar = createMemoryJar()
    const errors: unknown[] = []
    const store = createConsentStore(consent, { jar, onError: (error) => errors.push(error) })
    const mine = new Error('mine')
    store.cookies.subscribe(theme, () => {
      throw mine
    })
    return { jar, errors, store, mine }
  }

  it('is told to onError, and neither stops a write nor other listeners', () => {
    const { store, errors, mine } = wire()
    let heard = 0
    store.cookies.subscribe(theme, () => heard++)
    expect(store.cookies.set(theme, 'dark')).toEqual({ ok: false, reason: 'consent' })
    expect(heard).toBe(1)
    expect(errors).toEqual([mine])
    expect(store.cookies.remove(theme)).toEqual({ ok: true, verified: true })
  })

  it('does not keep what else waits for the grant from the browser', () => {
    const { store, jar } = wire()
    for (const cookie of [theme, size]) store.cookies.set(cookie, 'dark')
    store.acceptAll()
    expect(jar.get('theme')).toBe('dark')
    expect(jar.get('size')).toBe('dark')
    expect(store.cookies.statusOf(size)).toEqual({ persisted: true, blocked: false, reason: undefined })
  })
})
