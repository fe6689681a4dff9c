import { checkSetCookie, createMemoryJar, type WriteFailure, type WriteOptions } from 'assent/core'
import { describe, expect, it, vi } from 'vitest'

const written = { ok: true, verified: true }

describe('a memory jar', () => {
  it('is empty, or holds what a Cookie header says', () => {
    expect({ ...createMemoryJar().getAll() }).toEqual({})
    const jar = createMemoryJar('theme=dark; cart=%7B%22a%22%3A1%7D; theme=light')
    expect({ ...jar.getAll() }).toEqual({ theme: 'dark', cart: '{"a":1}' })
    expect(jar.get('theme')).toBe('dark')
    expect(jar.get('other')).toBeUndefined()
  })

  it('knows every value of a name that is there twice, until it is written or removed', () => {
    const jar = createMemoryJar('a=1; b=2; a=3; a=1')
    expect(jar.getAll('a')).toEqual(['1', '3', '1'])
    expect(jar.getAll('b')).toEqual(['2'])
    expect(jar.getAll('c')).toEqual([])
    jar.set('a', '4')
    expect(jar.getAll('a')).toEqual(['4'])
    jar.remove('a')
    expect(jar.getAll('a')).toEqual([])
  })

  it('keeps what is written, and forgets what is removed', () => {
    const jar = createMemoryJar()
    expect(jar.set('theme', 'dark; or "light"')).toEqual(written)
    expect(jar.get('theme')).toBe('dark; or "light"')
    expect(jar.remove('theme')).toEqual(written)
    expect(jar.get('theme')).toBeUndefined()
    expect(jar.remove('theme', { everywhere: true })).toEqual(written)
  })

  it.each([0, -1])('removes by a lifetime of %d', (maxAge) => {
    const jar = createMemoryJar('theme=dark')
    expect(jar.set('theme', 'light', { maxAge })).toEqual(written)
    expect({ ...jar.getAll() }).toEqual({})
  })

  it('removes by a moment of expiry that is over, unless Max-Age says otherwise', () => {
    const jar = createMemoryJar('a=1; b=2; c=3', { clock: () => 1_000_000 })
    jar.set('a', 'x', { expires: new Date(999_999) })
    jar.set('b', 'x', { expires: new Date(1_000_001) })
    jar.set('c', 'x', { expires: new Date(0), maxAge: 1 })
    expect({ ...jar.getAll() }).toEqual({ b: 'x', c: 'x' })
  })

  it('gives the same object while nothing has changed, and leaves an old one as it was', () => {
    const jar = createMemoryJar('a=1')
    const before = jar.getAll()
    expect(jar.getAll()).toBe(before)
    jar.set('b', '2')
    expect(jar.getAll()).not.toBe(before)
    expect({ ...before }).toEqual({ a: '1' })
  })

  it('takes a name for a name, whatever an object would make of it', () => {
    const jar = createMemoryJar('constructor=1')
    jar.set('__proto__', '2')
    expect(Object.getPrototypeOf(jar.getAll())).toBeNull()
    expect([jar.get('constructor'), jar.get('__proto__'), jar.get('toString')]).toEqual(['1', '2', undefined])
    expect(jar.getAll('toString')).toEqual([])
  })

  it('tells at once which name was written or removed', () => {
    const jar = createMemoryJar()
    const seen: (string | undefined)[] = []
    const listener = vi.fn((changed: ReadonlySet<string>) => seen.push(...[...changed].map((name) => jar.get(name))))
    const stop = jar.subscribe(listener)
    jar.set('a', '1')
    jar.remove('a')
    expect(listener.mock.calls).toEqual([[new Set(['a'])], [new Set(['a'])]])
    expect(seen).toEqual(['1', undefined])
    stop()
    stop()
    jar.set('a', '2')
    expect(listener).toHaveBeenCalledTimes(2)
  })

  it('tells nobody of a write that it refused, nor of one that changes nothing', () => {
    const jar = createMemoryJar('b=1')
    const listener = vi.fn()
    jar.subscribe(listener)
    jar.set('a', 'x'.repeat(5000))
    jar.set('b', '1')
    jar.remove('c')
    expect(listener).not.toHaveBeenCalled()
  })

  it('tells a listener that joins meanwhile of the next change', () => {
    const jar = createMemoryJar()
    const late = vi.fn()
    const join = vi.fn(() => jar.subscribe(late))
    jar.subscribe(join)
    jar.set('a', '1')
    expect(late).not.toHaveBeenCalled()
    jar.set('a', '2')
    expect(late).toHaveBeenCalled()
  })

  it('tells every listener, though one leaves meanwhile', () => {
    const jar = createMemoryJar()
    const last = vi.fn()
    const stop = jar.subscribe(() => stop())
    jar.subscribe(last)
    jar.set('a', '1')
    expect(last).toHaveBeenCalledOnce()
  })
})

describe('a write that a browser would drop', () => {
  const long = (bytes: number) => 'x'.repeat(bytes)

  it.each<[string, WriteFailure | undefined, string, string, WriteOptions]>([
    ['of 4096 bytes with the name', undefined, 'ab', long(4094), {}],
    ['of 4097 bytes with the name', 'too-large', 'ab', long(4095), {}],
    ['of few letters and many bytes', 'too-large', 'a', 'ä'.repeat(700), {}],
    ['of letters that take six bytes each, just fitting', undefined, 'a', 'ä'.repeat(682), {}],
    ['of characters that are percent-encoded', 'too-large', 'a', ' '.repeat(1366), {}],
    ['of JSON whose quotes are percent-encoded', 'too-large', 'a', '"'.repeat(1366), {}],
    ['of maxBytes', undefined, 'a', 'ää', { maxBytes: 12 }],
    ['over maxBytes on the wire', 'too-large', 'a', 'ää', { maxBytes: 11 }],
    ['under maxBytes and over the limit of browsers', 'too-large', 'a', long(4096), { maxBytes: 9000 }],
    ['with a space in the name', 'invalid-attribute', 'a b', '', {}],
    ['without a name', 'invalid-attribute', '', 'x', {}],
    ['with a name that would be encoded', 'invalid-attribute', 'a%20b', '', {}],
    ['with a semicolon in the path', 'invalid-attribute', 'a', '', { path: '/;domain=evil.example' }],
    ['with a line break in the domain', 'invalid-attribute', 'a', '', { domain: 'a\r\nSet-Cookie: b' }],
    ['with a path over 1024 bytes', 'invalid-attribute', 'a', '', { path: `/${long(1024)}` }],
    ['HttpOnly, from a script', 'invalid-attribute', 'a', '', { httpOnly: true }],
    ['SameSite=None and not Secure', 'invalid-attribute', 'a', '', { sameSite: 'none', secure: false }],
    ['SameSite=None', undefined, 'a', '', { sameSite: 'none' }],
    ['Partitioned and not Secure', 'invalid-attribute', 'a', '', { partitioned: true, secure: false }],
    ['named __Secure- and not Secure', 'invalid-attribute', '__secure-a', '', { secure: false }],
    ['named __Host- with a domain', 'invalid-attribute', '__Host-a', '', { domain: 'a.example' }],
    ['named __Host- with a path', 'invalid-attribute', '__HOST-a', '', { path: '/shop' }],
    ['named __Host- as it should be', undefined, '__Host-a', '', { path: '/', secure: true }],
  ])('is told before: one %s is %s', (_, reason, name, value, options) => {
    const jar = createMemoryJar()
    expect(jar.set(name, value, options)).toEqual(reason ? { ok: false, reason } : written)
    expect(jar.get(name)).toBe(reason ? undefined : value)
  })

  it('leaves the value as it was', () => {
    const jar = createMemoryJar('a=1')
    jar.set('a', long(5000))
    jar.set('a', '2', { httpOnly: true })
    expect(jar.get('a')).toBe('1')
  })
})

describe('what is no lifetime, no domain, or no script’s', () => {
  it.each<[string, WriteOptions]>([
    ['maxAge NaN', { maxAge: NaN }],
    ['maxAge Infinity', { maxAge: Infinity }],
    ['maxAge -Infinity', { maxAge: -Infinity }],
    ['an invalid date', { expires: new Date('31.12.2026') }],
    ['an invalid date beside a maxAge', { maxAge: 60, expires: new Date(NaN) }],
    ['a path that is none', { path: 'shop' }],
  ])('is refused: %s', (_, options) => {
    const jar = createMemoryJar('a=1')
    expect(jar.set('a', '2', options)).toEqual({ ok: false, reason: 'invalid-attribute' })
    expect(jar.get('a')).toBe('1')
  })

  it.each(['__Http-a', '__Host-Http-a', '__http-a', '__HOST-HTTP-a'])(
    'is refused: %s, as checkSetCookie says',
    (name) => {
      expect(checkSetCookie({ name, value: '1', secure: true, path: '/' })).toMatchObject([{ severity: 'refused' }, {}])
      expect(createMemoryJar().set(name, '1', { secure: true })).toEqual({ ok: false, reason: 'invalid-attribute' })
    },
  )

  it.each(['host:3000', 'https://host', 'host/a', 'a b', 'a..b', '127.0.0.1:80', 'ünicode.test', 'a.'])(
    'is rejected: the domain %s',
    (domain) => {
      expect(createMemoryJar().set('a', '1', { domain })).toEqual({ ok: false, reason: 'rejected' })
    },
  )

  it.each(['example.test', '.example.test', 'a_b.test', '127.0.0.1', '[::1]', 'localhost'])(
    'is not the domain %s',
    (domain) => {
      expect(createMemoryJar().set('a', '1', { domain })).toEqual(written)
    },
  )
})

describe('a lifetime', () => {
  it('ends by the clock, at the next read', () => {
    let now = 1_000_000
    const jar = createMemoryJar('', { clock: () => now })
    jar.set('a', '1', { maxAge: 2 })
    jar.set('b', '1', { expires: new Date(now + 3000) })
    jar.set('c', '1')
    now += 1999
    expect({ ...jar.getAll() }).toEqual({ a: '1', b: '1', c: '1' })
    now += 1
    expect(jar.get('a')).toBeUndefined()
    expect(jar.getAll('b')).toEqual(['1'])
    now += 1000
    expect({ ...jar.getAll() }).toEqual({ c: '1' })
  })

  it('is told to who listens, and starts again with each write', () => {
    vi.useFakeTimers()
    try {
      const jar = createMemoryJar()
      jar.set('a', '1', { maxAge: 2 })
      const listener = vi.fn()
      const stop = jar.subscribe(listener)
      vi.advanceTimersByTime(1500)
      jar.set('a', '1', { maxAge: 2 })
      vi.advanceTimersByTime(1500)
      expect(listener).not.toHaveBeenCalled()
      vi.advanceTimersByTime(500)
      expect(listener.mock.calls).toEqual([[new Set(['a'])]])
      jar.set('b', '1', { maxAge: 60 })
      jar.set('b', '1')
      expect(vi.getTimerCount()).toBe(0)
      jar.set('c', '1', { maxAge: 60 })
      stop()
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})
