import { consentHandler, readConsent, Signer } from 'assent/server'
import { encodePythonValue, parseSetCookie } from 'assent/core'
import { describe, expect, it } from 'vitest'
import { NOON, recordCookie, site } from '../../fixtures/site.js'
import { cookieHeader, get, ID, postForm, postJson, setCookies, stateOf } from '../endpoint/endpoint.js'

const secret = 'the first secret of the shop, which is long'
const next = 'the second secret of the shop, as long too'
const signer = new Signer({ key: secret, salt: 'assent.consent' })
const options = { consent: site, secret, clock: () => NOON, createId: () => ID }
const handle = consentHandler(options)
const verified = (cookie: string, more = {}) => readConsent(cookie, site, { now: NOON, secret, ...more }).verified

/** A record as text, with its signature. */
const text = '{"categories":["essential","analytics"],"timestamp":"2026-02-01T00:00:00.000Z","version":2}'
const wire = encodeURIComponent(text)
const signature = signer.signature(text)
const sig = `cookie_consent.sig=${signature}`

describe('a secret', () => {
  it('makes the endpoint sign the record, in a cookie that pages cannot read', async () => {
    const response = await handle(postForm('choice=accept'))
    const [record, companion, ...others] = setCookies(response).map((line) => parseSetCookie(line))
    expect(others).toEqual([])
    const attributes = { path: '/', maxAge: 15_724_800, secure: true, sameSite: 'lax' }
    expect(record).toEqual({ name: 'cookie_consent', value: record?.value, ...attributes })
    expect(companion).toEqual({
      name: 'cookie_consent.sig',
      value: signer.signature(record?.value ?? ''),
      httpOnly: true,
      ...attributes,
    })
    expect(verified(cookieHeader(response))).toBe(true)
  })

  it('makes it tell whether a record is signed, and never the signature', async () => {
    const of = async (cookie: string) => (await stateOf(await handle(get(cookie)))).verified
    expect(await of(`cookie_consent=${wire}; ${sig}`)).toBe(true)
    expect(await of(`cookie_consent=${wire}`)).toBe(false)
    expect(await of('')).toBe(false)
    expect((await stateOf(await handle(postJson({ choice: 'accept' })))).verified).toBe(true)
    expect((await stateOf(await handle(postJson({ choice: 'reset' })))).verified).toBe(false)
    const unsigned = consentHandler({ ...options, secret: undefined })
    expect(await stateOf(await unsigned(get('')))).not.toHaveProperty('verified')
    const reply = await (await handle(postJson({ choice: 'accept' }))).text()
    expect(reply).not.toContain(signature.slice(0, 8))
    expect(reply).not.toContain(secret)
  })

  it('stays true when it is replaced', async () => {
    const cookie = cookieHeader(await handle(postForm('choice=accept')))
    expect(verified(cookie, { secret: next })).toBe(false)
    expect(verified(cookie, { secret: next, fallbackSecrets: ['x', secret] })).toBe(true)
    const rotated = consentHandler({ ...options, secret: next, fallbackSecrets: [secret] })
    expect((await stateOf(await rotated(get(cookie)))).verified).toBe(true)
    const fresh = cookieHeader(await rotated(postForm('choice=accept', { cookie })))
    expect(verified(fresh)).toBe(false)
    expect(verified(fresh, { secret: next })).toBe(true)
  })

  it('signs the same text that a page has written', async () => {
    const response = await handle(
      postJson({ choice: 'save', categories: ['analytics'], id: 'page-1', timestamp: '2026-03-01T11:59:58.000Z' }),
    )
    const page =
      '{"categories":["essential","analytics"],"timestamp":"2026-03-01T11:59:58.000Z","version":2,"id":"page-1","via":"save"}'
    const companion = setCookies(response).find((line) => line.startsWith('cookie_consent.sig='))
    expect(companion?.split(/[=;]/)[1]).toBe(signer.signature(page))
  })
})

describe('a record is verified', () => {
  it.each([
    ['percent-encoded by JavaScript', wire],
    ['as js-cookie writes it', text.replaceAll('"', '%22').replaceAll(',', '%2C')],
    ['plain', text],
    ['quoted by Python', encodePythonValue(text)],
  ])('%s: the signature is that of its text', (_, value) => {
    expect(verified(`cookie_consent=${value}; ${sig}`)).toBe(true)
  })

  it('as Python spaces and escapes its JSON', () => {
    const python =
      '{"categories": ["essential", "analytics"], "timestamp": "2026-02-01T00:00:00+00:00", "version": 2, "by": "Z\\u00fcrich"}'
    for (const value of [encodePythonValue(python), encodeURIComponent(python)]) {
      const cookie = `cookie_consent=${value}; cookie_consent.sig=${signer.signature(python)}`
      expect(verified(cookie)).toBe(true)
      expect(readConsent(cookie, site, { now: NOON }).grant.categories).toEqual(['essential', 'analytics'])
    }
  })

  it('in the older forms', () => {
    for (const old of ['true', '{"given":true,"categories":["analytics"],"timestamp":"2026-02-01T00:00:00Z"}'])
      expect(verified(`cookie_consent=${encodeURIComponent(old)}; cookie_consent.sig=${signer.signature(old)}`)).toBe(
        true,
      )
  })
})

describe('a record is not verified', () => {
  it.each([
    ['without a signature', `cookie_consent=${wire}`],
    ['with an empty one', `cookie_consent=${wire}; cookie_consent.sig=`],
    ['with that of another record', `${recordCookie({ categories: ['marketing'] })}; ${sig}`],
    ['with two signatures', `cookie_consent=${wire}; ${sig}; ${sig}`],
    ['when it is there twice', `cookie_consent=${wire}; cookie_consent=${wire}; ${sig}`],
    [
      'with a signature for another purpose',
      `cookie_consent=${wire}; cookie_consent.sig=${new Signer({ key: secret }).signature(text)}`,
    ],
    ['with a longer signature', `cookie_consent=${wire}; ${sig}A`],
    ['with a shorter signature', `cookie_consent=${wire}; ${sig.slice(0, -1)}`],
    ['with a signed value', `cookie_consent=${wire}; cookie_consent.sig=${signer.sign(text).replaceAll(/[",]/g, '')}`],
    ['when it is no record', `cookie_consent=x; cookie_consent.sig=${signer.signature('x')}`],
    ['when there is none', `cookie_consent.sig=${signer.signature('')}`],
    ['with characters that no signature has', `cookie_consent=${wire}; cookie_consent.sig=%00\u00e9%F0%9F%8D%AA`],
  ])('%s', (_, cookie) => {
    expect(verified(cookie)).toBe(false)
  })

  it('by a text and a signature that are cut at another place', () => {
    const longer = `true:${text}`
    const cookie = `cookie_consent=true; cookie_consent.sig=${encodeURIComponent(text)}:${signer.signature(longer)}`
    expect(readConsent(cookie, site, { now: NOON }).record).toBeDefined()
    expect(verified(cookie)).toBe(false)
  })

  it('when any character of it is another', () => {
    for (let at = 0; at < signature.length; at++) {
      const other = signature[at] === 'A' ? 'B' : 'A'
      const changed = signature.slice(0, at) + other + signature.slice(at + 1)
      expect(verified(`cookie_consent=${wire}; cookie_consent.sig=${changed}`)).toBe(false)
    }
    for (let at = 0; at < text.length; at++) {
      const changed = text.slice(0, at) + (text[at] === '1' ? '0' : '1') + text.slice(at + 1)
      expect(verified(`cookie_consent=${encodeURIComponent(changed)}; ${sig}`)).toBe(false)
    }
  })

  it('without a secret', () => {
    expect(verified(`cookie_consent=${wire}; ${sig}`, { secret: undefined })).toBe(false)
  })
})

describe('a signature that is required', () => {
  const read = (cookie: string) => readConsent(cookie, site, { now: NOON, secret, requireSignature: true })

  it('makes a record without one no record', () => {
    expect(read(`cookie_consent=${wire}`)).toMatchObject({
      status: 'undecided',
      record: undefined,
      verified: false,
      grant: { categories: ['essential'] },
    })
    expect(read(`cookie_consent=${wire}`).isCookieAllowed('_ga')).toBe(false)
  })

  it('changes nothing for one that has it', () => {
    const signed = read(`cookie_consent=${wire}; ${sig}`)
    expect(signed).toMatchObject({
      status: 'decided',
      verified: true,
      grant: { categories: ['essential', 'analytics'] },
    })
    expect(signed.isCookieAllowed('_ga')).toBe(true)
  })

  it('only informs where it is not required', () => {
    const { grant, verified: isVerified } = readConsent(`cookie_consent=${wire}`, site, { now: NOON, secret })
    expect(isVerified).toBe(false)
    expect(grant.categories).toEqual(['essential', 'analytics'])
  })

  it('is a mistake without a secret', () => {
    expect(() => readConsent('', site, { requireSignature: true })).toThrow(
      expect.objectContaining({ code: 'missing-secret' }),
    )
  })
})
