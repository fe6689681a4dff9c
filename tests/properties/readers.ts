import {
  byteLength,
  checkSetCookie,
  compilePattern,
  createConsentStore,
  createMemoryJar,
  decodePythonValue,
  decodeValue,
  defineCookie,
  embedSnapshot,
  encodePythonValue,
  encodeValue,
  importRecord,
  isCookieName,
  parseCookie,
  parseRecord,
  parseSetCookie,
  snapshotOf,
} from 'assent/core'
import { fromKlaro } from 'assent/import/klaro'
import { fromOnetrust } from 'assent/import/onetrust'
import { createCookies, hardenSetCookies, parseCookie as parseRequest, readConsent, secureCookies } from 'assent/server'
import { NOON, site } from '../fixtures/site.js'

export const secret = 'a secret of the shop that is long enough'
const clock = () => NOON
const definitions = [
  defineCookie('a', { default: '' }),
  defineCookie('b', { default: 0 }),
  defineCookie('c', { default: false }),
  defineCookie('d', { default: { items: [] as string[] } }),
  defineCookie('e', { default: ['x'] }),
  defineCookie('f', { values: ['light', 'dark'], default: 'light' }),
]
const importers = [fromKlaro({ analytics: ['_ga'] }), fromOnetrust({ analytics: ['C0002'] })]
const starred = compilePattern('a*;*=*%*b')

/** Everything that reads text from outside, by public entry. None of them may throw. */
export const readers: readonly [name: string, read: (text: string) => unknown][] = [
  ['parseCookie', (text) => parseCookie(text)],
  ['parseCookie of a request', (text) => parseRequest(text)],
  ['decodeValue', decodeValue],
  ['decodePythonValue', decodePythonValue],
  ['encodeValue', encodeValue],
  ['encodePythonValue', encodePythonValue],
  ['byteLength', byteLength],
  ['isCookieName', isCookieName],
  ['a pattern', (text) => starred.matches(text)],
  ['parseSetCookie', (text) => parseSetCookie(text)],
  ['parseSetCookie of a name', (text) => parseSetCookie(`_ga=1; ${text}`)],
  ['checkSetCookie', (text) => checkSetCookie(text, { clock })],
  ['checkSetCookie of attributes', (text) => checkSetCookie(`_ga=1; Expires=${text}; ${text}`, { clock })],
  ['hardenSetCookies', (text) => hardenSetCookies([text, `_ga=${text}`, `theme=1; ${text}`], { consent: site, clock })],
  ['parseRecord', (text) => parseRecord(text, site, { now: NOON })],
  ['snapshotOf', (text) => embedSnapshot(snapshotOf(text, site, { now: NOON }))],
  ['snapshotOf of a cookie', (text) => snapshotOf(`cookie_consent=${text}`, site, { now: NOON })],
  [
    'importRecord',
    (text) => importRecord(`klaro=${text}; OptanonConsent=${text}; ${text}`, site, importers, { now: NOON }),
  ],
  ['readConsent', (text) => readConsent(text, site, { now: NOON, secret })],
  [
    'readConsent of a signature',
    (text) => readConsent(`cookie_consent=yes; cookie_consent.sig=${text}`, site, { now: NOON, secret }),
  ],
  [
    'createCookies',
    (text) => {
      const cookies = createCookies({ headers: new Map([['cookie', text]]) as never }, { consent: site, secret, clock })
      return [cookies.get('theme'), cookies.get('language'), cookies.getSigned('theme', { salt: 's' })]
    },
  ],
  ['getSigned', (text) => createCookies(`a=${text}`, { secret, clock }).getSigned('a', { salt: 's', maxAge: 60 })],
  ['each definition', (text) => definitions.map((definition) => definition.decode(text))],
  ['createMemoryJar', (text) => createMemoryJar(text).getAll()],
  [
    'secureCookies',
    (text) => secureCookies(new Response(null, { headers: { 'set-cookie': headerOf(text) } }), { clock }),
  ],
  [
    'a store',
    (text) => {
      const store = createConsentStore(site, { jar: createMemoryJar(text, { clock }), clock })
      store.refresh()
      return store.getState().grant
    },
  ],
]

/** A text as a header can carry it: Headers refuses others before any of our code sees them. */
function headerOf(text: string): string {
  return text.replaceAll(/[^\t -~\x80-\xff]/g, '').trim()
}
