import { encodePythonValue, importRecord, type Importer } from 'assent/core'
import { fromC15t } from 'assent/import/c15t'
import { fromCookiebot } from 'assent/import/cookiebot'
import { fromDjangoCookieConsent } from 'assent/import/django-cookie-consent'
import { fromKlaro } from 'assent/import/klaro'
import { fromOnetrust } from 'assent/import/onetrust'
import { fromOrejime } from 'assent/import/orejime'
import { fromOsano } from 'assent/import/osano'
import { fromReactCookieConsent } from 'assent/import/react-cookie-consent'
import { fromReactCookieManager } from 'assent/import/react-cookie-manager'
import { fromReactHookConsent } from 'assent/import/react-hook-consent'
import { fromTarteaucitron } from 'assent/import/tarteaucitron'
import { fromVanillaCookieconsent } from 'assent/import/vanilla-cookieconsent'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOON, site } from '../fixtures/site.js'

const DAY = 86_400_000
const SECOND = 1000
const at = (time: number) => new Date(time).toISOString()
const LAST_WEEK = at(NOON - 7 * DAY)
const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e'

/** What an importer makes of a `Cookie` header. */
function taken(importer: Importer, header: string) {
  const record = importRecord(header, site, [importer], { now: NOON })
  return record && { categories: record.categories.filter((id) => id !== 'essential'), timestamp: record.timestamp }
}
const cookie = (name: string, value: object) => `${name}=${encodeURIComponent(JSON.stringify(value))}`

type Case = readonly [
  what: string,
  header: string,
  categories: readonly string[] | undefined,
  timestamp?: string | null,
]

/** Each header and what it gives: categories, and the time; `undefined` is no choice. */
function reads(importer: Importer, cases: readonly Case[]): void {
  for (const [what, header, categories, timestamp = null] of cases)
    it(`reads ${what}`, () => {
      expect(taken(importer, header)).toEqual(categories && { categories, timestamp })
    })
}

describe('vanilla-cookieconsent 3', () => {
  const importer = fromVanillaCookieconsent({ analytics: ['analytics'], marketing: ['ads', 'ads.pixel'] })
  const of = (members: object = {}) =>
    cookie('cc_cookie', {
      categories: ['necessary'],
      revision: 2,
      data: null,
      consentTimestamp: at(NOON - 9 * DAY),
      consentId: UUID,
      services: { necessary: [], analytics: [], ads: [] },
      languageCode: 'en',
      lastConsentTimestamp: LAST_WEEK,
      expirationTime: NOON + DAY,
      ...members,
    })
  reads(importer, [
    ['a refusal', of(), [], LAST_WEEK],
    ['a category', of({ categories: ['necessary', 'analytics'] }), ['analytics'], LAST_WEEK],
    ['a category without its service', of({ categories: ['ads'], services: { ads: [] } }), [], LAST_WEEK],
    [
      'a category with its service',
      of({ categories: ['ads'], services: { ads: ['pixel'] } }),
      ['marketing'],
      LAST_WEEK,
    ],
    ['one without a last change', of({ lastConsentTimestamp: undefined }), [], at(NOON - 9 * DAY)],
    ['one that is over', of({ expirationTime: NOON }), undefined],
    ['one that ends as text', of({ expirationTime: 'never' }), undefined],
    ['a time that is none', of({ lastConsentTimestamp: 'yesterday' }), undefined],
    ['null for a time', of({ lastConsentTimestamp: null, consentTimestamp: null }), [], null],
    ['one older than a choice is kept', of({ lastConsentTimestamp: at(NOON - 183 * DAY) }), undefined],
    ['one of the far future', of({ lastConsentTimestamp: at(NOON + 31 * DAY) }), undefined],
    ['categories that are no list', of({ categories: { analytics: true } }), undefined],
    ['a category that is no text', of({ categories: ['analytics', 1] }), undefined],
    ['services that are no lists', of({ services: { ads: true } }), undefined],
  ])

  it('keeps what names the decision and the language', () => {
    expect(importRecord(of(), site, [importer], { now: NOON })).toMatchObject({
      via: 'import',
      version: site.version,
      id: UUID,
      language: 'en',
    })
  })
})

describe('vanilla-cookieconsent 2', () => {
  const of = (members: object = {}) =>
    `cc_cookie=${JSON.stringify({
      categories: [],
      level: [],
      revision: 0,
      data: null,
      rfc_cookie: false,
      consent_date: at(NOON - 9 * DAY),
      consent_uuid: UUID,
      last_consent_update: LAST_WEEK,
      ...members,
    })}`
  reads(fromVanillaCookieconsent({ analytics: ['analytics'], marketing: ['ads'] }), [
    ['a refusal', of(), [], LAST_WEEK],
    ['a category', of({ categories: ['analytics'] }), ['analytics'], LAST_WEEK],
    ['one of before it kept a time', of({ consent_date: undefined, last_consent_update: undefined }), [], null],
    ['what it keeps before a choice', 'cc_cookie={"data":{"categories":["analytics"]}}', undefined],
  ])
})

describe('klaro', () => {
  reads(fromKlaro({ analytics: ['matomo'], marketing: ['youtube', 'matomo'] }), [
    ['one of two', 'klaro=%7B%22matomo%22%3Atrue%2C%22youtube%22%3Afalse%7D', ['analytics']],
    ['both', cookie('klaro', { matomo: true, youtube: true }), ['analytics', 'marketing']],
    ['a refusal', cookie('klaro', { matomo: false, youtube: false }), []],
    ['what is true in another way', cookie('klaro', { matomo: 'true' }), undefined],
    ['nothing', cookie('klaro', {}), undefined],
    ['two cookies', 'klaro={"matomo":true}; klaro={"matomo":false}', undefined],
    ['a prototype', 'klaro={"__proto__":{"matomo":true}}', undefined],
  ])
})

describe('orejime', () => {
  reads(fromOrejime({ analytics: ['analytics'], marketing: ['ads'] }), [
    ['one of two', 'eu-consent={%22analytics%22:true%2C%22ads%22:false}', ['analytics']],
    ['a list', 'eu-consent=["analytics"]', undefined],
  ])
})

describe('react-cookie-consent', () => {
  const importer = fromReactCookieConsent(['analytics', 'marketing'])
  reads(importer, [
    ['a yes', 'CookieConsent=true', ['analytics', 'marketing']],
    ['a no', 'CookieConsent=false', []],
    ['the copy for old browsers', 'CookieConsent-legacy=true', ['analytics', 'marketing']],
    ['no other words', 'CookieConsent=yes', undefined],
    ["Cookiebot's cookie", 'CookieConsent={stamp:%27x%27%2Cmarketing:true%2Cmethod:%27explicit%27}', undefined],
  ])
  reads(fromReactCookieConsent(['analytics'], { name: 'ok', acceptValue: 'oui', declineValue: 'non' }), [
    ['your own words', 'ok=oui', ['analytics']],
    ['your own no', 'ok=non', []],
    ['none of the usual words then', 'ok=true; CookieConsent=true', undefined],
  ])
})

describe('tarteaucitron', () => {
  reads(fromTarteaucitron({ analytics: ['gtag'], marketing: ['youtube'] }), [
    ['one of two', 'tarteaucitron=!gtag=true!youtube=false', ['analytics']],
    ['a refusal', 'tarteaucitron=!gtag=false!youtube=false', []],
    ['no choice where one waits', 'tarteaucitron=!gtag=true!youtube=wait', undefined],
    ['no service by the end of its name', 'tarteaucitron=!xgtag=true!notyoutube=true', []],
    ['a service that is both', 'tarteaucitron=!gtag=true!gtag=false', []],
    ['other words', 'tarteaucitron=!gtag=yes', undefined],
  ])
})

describe('Osano', () => {
  reads(fromOsano(['analytics', 'marketing']), [
    ['allow', 'cookieconsent_status=allow', ['analytics', 'marketing']],
    ['deny', 'cookieconsent_status=deny', []],
    ['dismiss, which says nothing', 'cookieconsent_status=dismiss', undefined],
  ])
})

describe('react-cookie-manager', () => {
  const of = (analytics: unknown, timestamp: unknown = LAST_WEEK) =>
    `cookie-consent=${JSON.stringify({
      Analytics: { consented: analytics, timestamp },
      Advertising: { consented: false, timestamp: at(NOON) },
    })}`
  reads(fromReactCookieManager({ analytics: ['Analytics'], marketing: ['Advertising'] }), [
    ['one of two, by the older time', of(true), ['analytics'], LAST_WEEK],
    ['a refusal', of(false), [], LAST_WEEK],
    ['a yes that is text', of('true'), undefined],
    ['a time that is none', of(true, 'x'), undefined],
    ['a time that is missing', of(true, null), undefined],
    ['nothing', 'cookie-consent={}', undefined],
    ['null', 'cookie-consent={"Analytics":null}', undefined],
  ])
})

describe('react-hook-consent', () => {
  it('is kept in localStorage alone, so no request tells of it', () => {
    expect(taken(fromReactHookConsent({ analytics: ['ga'] }), 'react-hook-consent={"consent":["ga"]}')).toBeUndefined()
  })
  const { read } = fromReactHookConsent({ analytics: ['ga'] })
  const given = (text: string) => read({ text, wire: text, cookie: () => undefined })

  it.each([
    [`{"consent":["ga"],"hash":"x","updated":"${LAST_WEEK}"}`, { granted: ['ga'], timestamp: LAST_WEEK }],
    ['{"consent":[],"hash":"x"}', { granted: [], timestamp: undefined }],
    ['{"consent":"ga"}', undefined],
  ])('reads %s', (text, choice) => {
    expect(given(text)).toEqual(choice)
  })
})

describe('c15t 2', () => {
  const time = NOON - 7 * DAY
  reads(fromC15t({ analytics: ['measurement'], marketing: ['marketing'] }), [
    ['one of two', `c15t=c.necessary:1,c.measurement:1,i.t:${time},i.sid:sub_1`, ['analytics'], LAST_WEEK],
    ['a refusal', `c15t=c.necessary:1,c.marketing:0,i.t:${time}`, [], LAST_WEEK],
    ['an id that grants', `c15t=c.necessary:1,i.t:${time},i.eid:x,c.marketing:1`, [], LAST_WEEK],
    ['an id that grants before a time', `c15t=i.eid:x,c.marketing:1,i.t:${time}`, undefined],
    ['an id without a choice', `c15t=i.t:${time},i.eid:ada`, undefined],
    ['no time', 'c15t=c.marketing:1', undefined],
    ['another answer', `c15t=c.marketing:2,i.t:${time}`, undefined],
    ['one category twice', `c15t=c.marketing:0,c.marketing:1,i.t:${time}`, undefined],
  ])
})

describe('c15t 3', () => {
  const time = NOON - 7 * DAY
  const of = (fields: string) => `c15t=v=3&sid=sub_1${fields}`
  reads(fromC15t({ analytics: ['measurement'], marketing: ['marketing'] }), [
    ['one of two', of(`&b=cab&me=1.${time}.0&mk=0.${NOON}.0`), ['analytics'], LAST_WEEK],
    ['one that was escaped', `c15t=${encodeURIComponent(`v=3&b=cab&mk=1.${time}.0`)}`, ['marketing'], LAST_WEEK],
    ['an id that grants', of(`&eid=x%26mk%3D1.${time}.0&b=cab&me=0.${time}.0`), [], LAST_WEEK],
    ['nothing but an id that grants', of(`&eid=x%26mk%3D1.${time}.0`), undefined],
    [
      'an id that grants, escaped as a whole',
      `c15t=${encodeURIComponent(`v=3&eid=x%26mk%3D1.${time}.0&me=0.${time}.0`)}`,
      [],
      LAST_WEEK,
    ],
    ['one category twice', of(`&mk=1.${time}.0&mk=0.${time}.0`), undefined],
    ['another answer', of(`&mk=2.${time}.0`), undefined],
    ['an answer without a time', of('&mk=1'), undefined],
    ['a version to come', `c15t=v=4&mk=1.${time}.0`, undefined],
    ['version 2 behind a version to come', `c15t=v=4,c.marketing:1,i.t:${time}`, undefined],
    ['no category', of(''), undefined],
  ])
})

describe('django-cookie-consent', () => {
  const python = (value: string) => `cookie_consent=${encodePythonValue(value)}`
  const time = '2026-02-20T01:08:58.262162+00:00'
  reads(fromDjangoCookieConsent({ analytics: ['analytics'], marketing: ['social', 'ads'] }), [
    ['one of two', python(`analytics=${time}|social=-1`), ['analytics'], '2026-02-20T01:08:58.262Z'],
    ['the older of two times', python(`analytics=${at(NOON)}|ads=${time}`), ['analytics'], '2026-02-20T01:08:58.262Z'],
    ['a refusal, at a time that it does not keep', python('analytics=-1|social=-1'), []],
    ['one that is over', python('analytics=2013-06-04T01:08:58.262162+00:00|social=-1'), undefined],
    ['a group twice', python(`analytics=-1|analytics=${time}`), undefined],
    ['a time that is none', python('analytics=2026-99-99T99:99:99'), undefined],
    ['a yes', python('analytics=yes'), undefined],
    ['a record of ours', 'cookie_consent=yes', undefined],
  ])
})

describe('Cookiebot', () => {
  const utc = NOON - 7 * DAY
  const of = (members: string, stamp = 'a+b==') =>
    `CookieConsent={stamp:%27${stamp}%27%2Cnecessary:true%2Cpreferences:false%2C${members}%2Cver:1%2Cutc:${utc}%2Cregion:%27de%27}`
  const explicit = 'method:%27explicit%27'
  reads(fromCookiebot({ analytics: ['statistics'], marketing: ['marketing'] }), [
    ['one of two', of(`statistics:true%2Cmarketing:false%2C${explicit}`), ['analytics'], LAST_WEEK],
    ['a refusal', of(`statistics:false%2Cmarketing:false%2C${explicit}`), [], LAST_WEEK],
    ['no choice that was implied', of('statistics:true%2Cmarketing:true%2Cmethod:%27implied%27'), undefined],
    ['no choice without its method', of('statistics:true%2Cmarketing:true'), undefined],
    ['no choice where none was needed', of(`statistics:true%2C${explicit}`, '-1'), undefined],
    ['no choice in a stamp alone', 'CookieConsent=-1', undefined],
    ['no script', of(`statistics:alert(1)%2C${explicit}`), undefined],
    ['a category twice', of(`statistics:false%2Cstatistics:true%2C${explicit}`), undefined],
    ['no category in quotes', of(`marketing:false%2C${explicit}`, 'x%2Cstatistics:true'), [], LAST_WEEK],
    ['half of one', `CookieConsent={statistics:true%2C${explicit}`, undefined],
    ["react-cookie-consent's cookie", 'CookieConsent=true', undefined],
  ])
})

describe('OneTrust', () => {
  const of = (fields: string, more = `; OptanonAlertBoxClosed=${LAST_WEEK}`) =>
    `OptanonConsent=isGpcEnabled=0&datestamp=Sun+Mar+01+2026+13%3A00%3A00+GMT%2B0100+(heure+d%E2%80%99hiver)` +
    `&version=202209.1.0&consentId=${UUID}&${fields}&AwaitingReconsent=false${more}`
  const groups = 'interactionCount=1&groups=C0001%3A1%2CC0002%3A0'
  reads(fromOnetrust({ analytics: ['C0002'], marketing: ['C0004', 'C0005'] }), [
    ['a refusal', of(groups), [], LAST_WEEK],
    [
      'one of two',
      of('interactionCount=2&groups=C0001%3A1%2CC0002%3A1%2CC0004%3A1%2CC0005%3A0'),
      ['analytics'],
      LAST_WEEK,
    ],
    ['a refusal at an unknown time', of(groups, ''), [], null],
    ['no choice where the banner is open', of('groups=C0001%3A1%2CC0002%3A1', ''), undefined],
    ['no choice without an interaction', of('interactionCount=0&groups=C0002%3A1'), undefined],
    ['no choice that is asked for again', of('interactionCount=1&groups=C0002%3A1&AwaitingReconsent=true'), undefined],
    [
      'no group in the address of the page',
      of(`landingPath=https%3A%2F%2Fa.test%2F%3Fx%26groups%3DC0002%3A1&${groups}`),
      [],
      LAST_WEEK,
    ],
    ['no choice of two lists', of(`${groups}&groups=C0002%3A1`), undefined],
    ['no other values', of('interactionCount=1&groups=C0002%3A2'), undefined],
    ['no choice without groups', of('interactionCount=1'), undefined],
    ['no choice at a time that is none', of(groups, '; OptanonAlertBoxClosed=true'), undefined],
    [
      'Global Privacy Control, which gives nothing',
      of(groups).replace('isGpcEnabled=0', 'isGpcEnabled=1'),
      [],
      LAST_WEEK,
    ],
  ])

  it('keeps what names the decision', () => {
    const importer = fromOnetrust({ analytics: ['C0002'] })
    expect(importRecord(of(groups), site, [importer], { now: NOON })?.id).toBe(UUID)
  })
})

const MAP = { analytics: ['analytics'], marketing: ['ads'] }
const all: readonly Importer[] = [
  fromVanillaCookieconsent(MAP, { name: 'x' }),
  fromKlaro(MAP, { name: 'x' }),
  fromOrejime(MAP, { name: 'x' }),
  fromReactCookieConsent(['analytics'], { name: 'x', acceptValue: 'a yes that no test makes' }),
  fromTarteaucitron(MAP, { name: 'x' }),
  fromOsano(['analytics'], { name: 'x' }),
  fromReactCookieManager(MAP, { name: 'x' }),
  fromReactHookConsent(MAP, { name: 'x' }),
  fromC15t(MAP, { name: 'x' }),
  fromDjangoCookieConsent(MAP, { name: 'x' }),
  fromCookiebot(MAP, { name: 'x' }),
  fromOnetrust(MAP, { name: 'x' }),
]

describe('every import', () => {
  it('makes nothing of random text, and never throws', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"',
        "'",
        '!',
        '=',
        '&',
        '|',
        '%',
        '\\',
        '.',
        'v=3',
        'c.',
        'mk',
        'groups',
        'i.t',
      ],
      ...['true', 'wait', 'dismiss', '-1', '1', 'null', '"consented"', '"categories"', '"__proto__"', 'constructor'],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.json(),
    )
    fc.assert(
      fc.property(text, (value) => {
        for (const { read } of all) {
          const choice = read({ text: value, wire: value, cookie: () => value })
          expect(choice?.granted.filter((name) => name === 'analytics' || name === 'ads') ?? []).toEqual([])
        }
        expect(importRecord(`x=${value}`, site, all, { now: NOON })?.categories ?? ['essential']).toEqual(['essential'])
      }),
      { numRuns: 1000 },
    )
  })

  it('reads the longest cookie at once, whatever its shape', () => {
    for (const piece of ['!a=true', '{a:1,', "{a:'", 'C1:1,', '&mk=1', 'c.a:1,', '[', '{"a":', 'a=-1|'])
      for (const { read } of all) {
        const text = piece.repeat(4096).slice(0, 4096)
        const before = performance.now()
        read({ text, wire: text, cookie: () => LAST_WEEK })
        expect(performance.now() - before).toBeLessThan(SECOND)
      }
  })

  it('leaves text alone that no cookie can hold', () => {
    const long = JSON.stringify({ analytics: true, ['a'.repeat(4096)]: true })
    expect(importRecord(`x=${long}`, site, all, { now: NOON })).toBeUndefined()
  })
})
