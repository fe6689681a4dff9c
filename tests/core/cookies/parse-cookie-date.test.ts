import { parseSetCookie } from 'assent/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const expiresOf = (text: string) => parseSetCookie(`a=1; Expires=${text}`)?.expires

it.each([
  ['Tue, 15 Nov 1994 08:12:31 GMT', '1994-11-15T08:12:31Z'],
  ['Tuesday, 15-Nov-94 08:12:31 GMT', '1994-11-15T08:12:31Z'],
  ['Tue Nov 15 08:12:31 1994', '1994-11-15T08:12:31Z'],
  ['Thu, 01 Jan 1970 00:00:00 GMT', '1970-01-01T00:00:00Z'],
  ['1994 nOvember 15 8:2:1', '1994-11-15T08:02:01Z'],
  ['15 Nov 69 08:12:31', '2069-11-15T08:12:31Z'],
  ['15 Nov 70 08:12:31', '1970-11-15T08:12:31Z'],
  ['15 Nov 99 08:12:31', '1999-11-15T08:12:31Z'],
  ['29 Feb 2028 00:00:00', '2028-02-29T00:00:00Z'],
  ['01 Jan 1601 00:00:00', '1601-01-01T00:00:00Z'],
  ['31 Dec 9999 23:59:59 GMT', '9999-12-31T23:59:59Z'],
  // The zone is ignored.
  ['Tue, 15 Nov 1994 08:12:31 +0200', '1994-11-15T08:12:31Z'],
  // The first of its kind counts, and what follows digits is ignored.
  ['15th Nov 1994AD 08:12:31.555 16 Dec 1995 09:00:00', '1994-11-15T08:12:31Z'],
])('reads %j', (text, iso) => {
  expect(expiresOf(text)).toEqual(new Date(iso))
})

it.each([
  '',
  'never',
  '0',
  '1994-11-15T08:12:31Z',
  '15 Nov 1994',
  '15 1994 08:12:31',
  'Nov 1994 08:12:31',
  '15 Nov 08:12:31',
  '00 Nov 1994 08:12:31',
  '32 Nov 1994 08:12:31',
  '31 Nov 1994 08:12:31',
  '29 Feb 2027 00:00:00',
  '15 Nov 1600 08:12:31',
  '15 Nov 19940 08:12:31',
  '15 Nov 1994 24:00:00',
  '15 Nov 1994 08:60:00',
  '15 Nov 1994 08:12:60',
  '15 Nov 1994 08:12',
  '15 Nov 1994 008:12:31',
  '15 Nov 1994 08:12:311',
])('finds no date in %j', (text) => {
  expect(expiresOf(text)).toBe(undefined)
})

it('reads what toUTCString writes', () => {
  const date = fc.date({ min: new Date('1601-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(date, (value) => {
      expect(expiresOf(value.toUTCString())?.getTime()).toBe(Math.floor(value.getTime() / 1000) * 1000)
    }),
  )
})
