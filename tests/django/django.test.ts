import { defineConsent, stringifyRecord } from 'assent/core'
import { consentHandler, createCookies, loads, dumps, readConsent } from 'assent/server'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SECRET_KEY, sentBack, startDjango, type Form } from './start-django.js'

const NOON = Date.UTC(2026, 10, 25, 12)
const site = { secret: SECRET_KEY, clock: () => NOON }
const seconds = NOON / 1000
/** Values of every kind, and some that quoting and percent-encoding trip over. */
const VALUES = [
  ...[
    '',
    'plain',
    'a b',
    '"',
    '""',
    '"quoted"',
    'a;b',
    'a,b',
    '\\',
    '\\054',
    '%41',
    '100%',
    'a=b',
    ':',
    'a:b:c',
    'é',
    '\u00ff',
  ],
  ...[
    '{"a": 1, "b": [true, null]}',
    ' leading',
    'trailing ',
    'tab\there',
    'line\nbreak',
    '\u0000',
    '\u007f',
    '=',
    "it's",
  ],
  ...fc.sample(fc.string({ maxLength: 30 }), { numRuns: 40, seed: 7 }),
]
const WIDE = [...VALUES, '中', '🍪', 'naïve 中 🍪 "x"']
const named = <T>(values: readonly T[]) => values.map((value, i) => ({ name: `c${i}`, value }))

it.each<[Form, 'legacy' | 'v2']>([
  ['legacy', 'legacy'],
  ['v2', 'v2'],
])('signed cookies of the form %s are the same here and there, to the byte', async (form, cookieSalt) => {
  const django = await startDjango()
  for (const salt of ['', 'auth', '🍪']) {
    const theirs = await django.set(
      named(VALUES).map((cookie) => ({ ...cookie, form, salt })),
      seconds,
    )
    const ours = createCookies(null, { ...site, cookieSalt })
    for (const { name, value } of named(VALUES)) ours.setSigned(name, value, { salt })
    expect(sentBack(ours.toHeaders())).toBe(theirs)

    const reading = createCookies(theirs, { ...site, cookieSalt })
    for (const { name, value } of named(VALUES)) expect(reading.getSigned(name, { salt, maxAge: 0 })).toBe(value)
  }
})

it('Django reads what we sign, also beyond Latin-1', async () => {
  const django = await startDjango()
  for (const form of ['legacy', 'v2'] as const) {
    const cookies = createCookies(null, { ...site, cookieSalt: form })
    for (const { name, value } of named(WIDE)) cookies.setSigned(name, value, { salt: 'auth' })
    const questions = named(WIDE).map(({ name }) => ({ form, name, salt: 'auth', max_age: 60 }))
    expect(await django.get(sentBack(cookies.toHeaders()), questions, seconds + 60)).toEqual(
      WIDE.map((value) => ({ value })),
    )
  }
})

it('what is tampered with, too old, of another salt or name is refused on both sides', async () => {
  const django = await startDjango()
  const cookies = createCookies(null, site)
  for (const name of ['old', 'salted', 'changed', 'named']) cookies.setSigned(name, 'user 42', { salt: 'auth' })
  const sent = sentBack(cookies.toHeaders())
    .replace(/changed="user 42/, 'changed="user 43')
    .replace('named=', 'renamed=')
  const questions = [
    { form: 'v2' as const, name: 'old', salt: 'auth', max_age: 60 },
    { form: 'v2' as const, name: 'salted', salt: 'other' },
    { form: 'v2' as const, name: 'changed', salt: 'auth' },
    { form: 'v2' as const, name: 'renamed', salt: 'auth' },
    { form: 'legacy' as const, name: 'salted', salt: 'auth' },
  ]
  expect(await django.get(sent, questions, seconds + 61)).toEqual([
    { error: 'SignatureExpired' },
    { error: 'BadSignature' },
    { error: 'BadSignature' },
    { error: 'BadSignature' },
    { error: 'BadSignature' },
  ])
  const reading = createCookies(sent, { ...site, clock: () => NOON + 61_000 })
  expect(reading.checkSigned('old', { salt: 'auth', maxAge: 60 })).toEqual({ ok: false, reason: 'expired' })
  for (const [name, salt] of [
    ['salted', 'other'],
    ['changed', 'auth'],
    ['renamed', 'auth'],
  ] as const)
    expect(reading.checkSigned(name, { salt })).toEqual({ ok: false, reason: 'bad-signature' })
})

it('a cookie of an older Django is read where that is asked for', async () => {
  const django = await startDjango()
  const sent = await django.set([{ form: 'legacy', name: 'user_id', value: '42', salt: 'auth' }], seconds)
  expect(createCookies(sent, site).getSigned('user_id', { salt: 'auth' })).toBeUndefined()
  expect(createCookies(sent, { ...site, readLegacySalt: true }).getSigned('user_id', { salt: 'auth' })).toBe('42')
})

it('plain and JSON cookies of Django are read here', async () => {
  const django = await startDjango()
  const plain = createCookies(await django.set(named(VALUES).map((cookie) => ({ ...cookie, form: 'plain' }))), {
    wire: 'python',
  })
  expect(named(VALUES).map(({ name }) => plain.get(name))).toEqual(VALUES)

  const objects = [{ a: 1, b: 'é, "x"; 中🍪' }, [], { nested: { list: [1.5, null, true] } }]
  const json = createCookies(await django.set(named(objects).map((cookie) => ({ ...cookie, form: 'json' }))))
  expect(named(objects).map(({ name }) => json.get(name, Array.isArray(objects[Number(name[1])]) ? [0] : {}))).toEqual(
    objects,
  )
})

it('plain and JSON cookies that are written for Django are read there', async () => {
  const django = await startDjango()
  const cookies = createCookies(null, { wire: 'python' })
  for (const { name, value } of named(WIDE)) cookies.set(name, value)
  cookies.set('prefs', { theme: 'dark', names: ['é', '中'] })
  const questions = [
    ...named(WIDE).map(({ name }) => ({ form: 'plain' as const, name })),
    { form: 'json' as const, name: 'prefs' },
  ]
  expect(await django.get(sentBack(cookies.toHeaders()), questions)).toEqual(
    [...WIDE, { theme: 'dark', names: ['é', '中'] }].map((value) => ({ value })),
  )
})

it('what pages write is read there with unquote', async () => {
  const django = await startDjango()
  const cookies = createCookies(null)
  for (const { name, value } of named(WIDE)) cookies.set(name, value)
  const questions = named(WIDE).map(({ name }) => ({ form: 'unquoted' as const, name }))
  expect(await django.get(sentBack(cookies.toHeaders()), questions)).toEqual(WIDE.map((value) => ({ value })))
})

it('dumps and loads carry objects both ways, compressed too', async () => {
  const django = await startDjango()
  const objects = [{ a: 'é' }, ['again and '.repeat(60)], 'x', 7, null]
  const theirs = createCookies(
    await django.set(
      named(objects).map((cookie) => ({ ...cookie, form: 'dumps' })),
      seconds,
    ),
  )
  for (const { name, value } of named(objects))
    expect(loads(theirs.get(name) ?? '', { key: SECRET_KEY, now: site.clock, maxAge: 0 })).toEqual(value)

  const ours = named(objects).map(
    ({ name, value }) => `${name}=${dumps(value, { key: SECRET_KEY, now: site.clock, compress: true })}`,
  )
  const questions = named(objects).map(({ name }) => ({ form: 'dumps' as const, name, max_age: 0 }))
  expect(await django.get(ours.join('; '), questions, seconds)).toEqual(objects.map((value) => ({ value })))
})

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['sessionid'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] },
  },
  endpoint: '/consent',
})

it('consent that a view of Django wrote counts here', async () => {
  const django = await startDjango()
  const sent = await django.set(
    [{ form: 'consent', name: 'cookie_consent', value: ['essential', 'analytics'] }],
    seconds,
  )
  const { status, record, grant, verified } = readConsent(sent, consent, { now: NOON + 1000, secret: SECRET_KEY })
  expect({ status, verified, granted: grant.categories }).toEqual({
    status: 'decided',
    verified: false,
    granted: ['essential', 'analytics'],
  })
  expect(record).toMatchObject({ version: 1, categories: ['essential', 'analytics'] })
})

it('consent that our endpoint has set counts there, and its signature is checked in one line', async () => {
  const django = await startDjango()
  const answer = consentHandler({ consent, ...site })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://shop.example' }
  const body = 'choice=save&categories=analytics'
  const reply = await answer(new Request('https://shop.example/consent', { method: 'POST', headers, body }))
  const sent = sentBack(reply.headers.getSetCookie())
  const { record } = readConsent(sent, consent, { now: NOON })
  const questions = [
    { form: 'consent' as const, name: 'cookie_consent' },
    { form: 'verified' as const, name: 'cookie_consent' },
  ]
  expect(record?.categories).toEqual(['essential', 'analytics'])
  expect(await django.get(sent, questions)).toEqual([
    { value: JSON.parse(record ? stringifyRecord(record) : '') as unknown },
    { value: true },
  ])
  expect(await django.get(sent.replace('analytics', 'marketing'), questions.slice(1))).toEqual([{ value: false }])
})
