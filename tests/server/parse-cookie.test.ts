import { parseCookie } from 'assent/server'
import { expect, it, vi } from 'vitest'

const header = 'theme=dark; cart=%7B%22a%22%3A1%7D; python="{\\"a\\": 1\\054 \\"b\\": 2}"; theme=light'
const request = (cookie?: string) =>
  new Request('https://shop.example/', cookie === undefined ? {} : { headers: { cookie } })

it.each([
  ['a Request', request(header)],
  ['its Headers', request(header).headers],
  ['a Cookie header', header],
])('reads the cookies of %s', (_, source) => {
  const cookies = parseCookie(source)
  expect({ ...cookies }).toEqual({ theme: 'dark', cart: '{"a":1}', python: '{"a": 1, "b": 2}' })
  expect(Object.getPrototypeOf(cookies)).toBeNull()
})

it.each([
  ['a Request without cookies', request()],
  ['Headers without cookies', new Headers()],
  ['null', null],
  ['undefined', undefined],
  ['an empty header', ''],
  ['a header of separators', request(';; ; = ;')],
])('reads nothing of %s', (_, source) => {
  expect(Object.keys(parseCookie(source))).toEqual([])
})

it('reports what is there twice', () => {
  const onDuplicate = vi.fn()
  parseCookie(request(header), { onDuplicate })
  expect(onDuplicate.mock.calls).toEqual([['theme', 'light']])
})

it('reads a name for a name', () => {
  expect(parseCookie(request('__proto__=1; toString=2'))).toMatchObject({ toString: '2' })
  expect(Object.keys(parseCookie(request('__proto__=1')))).toEqual(['__proto__'])
})
