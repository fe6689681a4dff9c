import { isCookieName } from 'assent/core'
import { expect, it } from 'vitest'

it.each(['a', '_ga_X1', '__Host-session', '__proto__', "!#$%&'*+-.^_`|~", '0'])('takes the token %j', (name) => {
  expect(isCookieName(name)).toBe(true)
})

it.each([
  '',
  'my cookie',
  'a=b',
  'a;b',
  'a,b',
  '"a"',
  'a\n',
  'a\t',
  'é',
  '(a)',
  'a/b',
  'a:b',
  '{a}',
  'a\\b',
  'a@b',
  '\x7f',
])('refuses %j', (name) => {
  expect(isCookieName(name)).toBe(false)
})
