import { ConsentError, defineConsent, defineCookie } from 'assent/core'
import { expect, it } from 'vitest'
import { chosenBetween } from '../model/chosen-between.js'

const text = { name: 'A', description: '' }
it.each<[string, () => unknown]>([
  ['a version without a text', () => defineConsent({ version: Object.create(null) as number, categories: {} })],
  ['an expires that is a text', () => defineCookie('a', { default: '', expires: '' as never })],
  ['a cookie that is null', () => defineConsent({ version: 1, categories: { a: text }, cookie: null as never })],
  [
    'a service that is null',
    () => defineConsent({ version: 1, categories: { a: { ...text, services: { s: null as never } } } }),
  ],
  ['values that are a text', () => defineCookie('a', { values: 'a' as never })],
])('%s is a ConsentError', (_, act) => {
  expect(act).toThrow(ConsentError)
})

it.each([0, 1])('a choice while the reply to a reset is on its way is kept, in whichever tab (%d)', async (tab) => {
  expect(await chosenBetween(tab)).toEqual(['essential', 'functional', 'analytics'])
})
