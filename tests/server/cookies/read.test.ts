import { defineCookie } from 'assent/core'
import { createCookies } from 'assent/server'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import quoting from '../../fixtures/quoting.json' with { type: 'json' }

const cookiesOf = (cookie: string) => createCookies(new Request('https://shop.example/', { headers: { cookie } }))
const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
const cart = defineCookie('shopping_cart', {
  schema: v.object({ items: v.array(v.string()), total: v.number() }),
  default: { items: [], total: 0 },
})

describe('reading the cookies of a request', () => {
  it('gives the value that a definition decodes', () => {
    const cookies = cookiesOf('theme=dark; shopping_cart=%7B%22items%22:[%22heron%22]%2C%22total%22:3%7D')
    expect(cookies.get(theme)).toBe('dark')
    expect(cookies.get(cart)).toEqual({ items: ['heron'], total: 3 })
  })

  it.each(['', 'theme=pink; shopping_cart=[]', 'shopping_cart={"items":1}; theme=', 'shopping_cart=%'])(
    'gives the default for what is bad or absent in %j',
    (header) => {
      const cookies = cookiesOf(header)
      expect(cookies.get(theme)).toBe('light')
      expect(cookies.get(cart)).toEqual({ items: [], total: 0 })
    },
  )

  it('gives by name the text, or the value as the type of a default', () => {
    const cookies = cookiesOf('n=42; yes=True; no=0; text=1; json={"a":[1]}; bad={; empty=')
    expect(cookies.get('text')).toBe('1')
    expect(cookies.get('absent')).toBeUndefined()
    expect(cookies.get('n', 0)).toBe(42)
    expect(cookies.get('yes', false)).toBe(true)
    expect(cookies.get('no', true)).toBe(false)
    expect(cookies.get('text', 'default')).toBe('1')
    expect(cookies.get('json', { a: [0] })).toEqual({ a: [1] })
    expect(cookies.get('bad', { a: [0] })).toEqual({ a: [0] })
    expect(cookies.get('empty', 20)).toBe(20)
    expect(cookies.get('absent', 'default')).toBe('default')
  })

  it('tells what is there', () => {
    const cookies = cookiesOf('pref_theme=dark; pref_size=20; sessionid=a; empty=')
    expect(cookies.has('sessionid')).toBe(true)
    expect(cookies.has('empty')).toBe(true)
    expect(cookies.has(theme)).toBe(false)
    expect({ ...cookies.startingWith('pref_') }).toEqual({ pref_theme: 'dark', pref_size: '20' })
    expect({ ...cookies.all() }).toEqual({ pref_theme: 'dark', pref_size: '20', sessionid: 'a', empty: '' })
  })

  it('takes no name for a member of the object', () => {
    const cookies = cookiesOf('__proto__=x; constructor=y')
    expect(Object.getPrototypeOf(cookies.all())).toBeNull()
    expect(cookies.all().__proto__).toBe('x')
    expect(cookies.get('toString')).toBeUndefined()
    expect(cookies.has('toString')).toBe(false)
  })

  it('gives preferences as the types of their defaults', () => {
    const cookies = cookiesOf('pref_theme=dark; pref_items_per_page=50; pref_compact=yes; pref_beta=maybe')
    expect(
      cookies.preferences({ theme: 'light', items_per_page: 20, compact: false, beta: true, language: 'en' }),
    ).toEqual({ theme: 'dark', items_per_page: 50, compact: true, beta: true, language: 'en' })
  })

  it.each(quoting.rows.filter(({ value }) => !value.includes('%41')))(
    'reads $wire as Django wrote it',
    ({ wire, value }) => {
      expect(cookiesOf(toBytes(`x=${wire}`)).get('x')).toBe(value)
    },
  )

  it.each(quoting.rows)('reads $wire to the letter where Python writes', ({ wire, value }) => {
    const request = new Request('https://shop.example/', { headers: { cookie: toBytes(`x=${wire}`) } })
    expect(createCookies(request, { wire: 'python' }).get('x')).toBe(value)
  })

  it('reads UTF-8 that stands in a header as it is, and leaves other bytes alone', () => {
    expect(cookiesOf(toBytes('x=中 é')).get('x')).toBe('中 é')
    expect(cookiesOf('x=\u00e9t\u00e9').get('x')).toBe('été')
  })

  it.each([
    ['a Request', new Request('https://shop.example/', { headers: { cookie: 'theme=dark' } })],
    ['Headers', new Headers({ cookie: 'theme=dark' })],
    ['the text of a header', 'theme=dark'],
  ])('reads %s', (_, request) => {
    expect(createCookies(request).get(theme)).toBe('dark')
  })

  it.each([null, undefined, '', new Headers()])('reads nothing out of %s', (request) => {
    expect({ ...createCookies(request).all() }).toEqual({})
  })

  it('never throws, whatever the header holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const cookies = createCookies(String.fromCharCode(...bytes), {
          secret: 'x'.repeat(20) + 'a secret of this test',
        })
        for (const name of ['', 'a', ...Object.keys(cookies.all())]) {
          cookies.get(name)
          cookies.get(name, { a: 1 })
          expect(cookies.getSigned(name)).toBeUndefined()
        }
        expect(cookies.get(theme)).toMatch(/^(light|dark)$/)
        expect(cookies.toHeaders()).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

/** What a server gets for a header with these characters: the bytes of their UTF-8. */
function toBytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text))
}
