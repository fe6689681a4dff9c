import { consentHandler } from 'assent/server'
import { createConsentStore, createMemoryJar } from 'assent/core'
import Cookies from 'js-cookie'
import { describe, expect, it } from 'vitest'
import { NOON, site } from '../../fixtures/site.js'
import { postJson, setCookies } from './endpoint.js'

const choices = [
  ['accept', undefined],
  ['reject', undefined],
  ['save', { categories: [] }],
  ['save', { categories: ['analytics'] }],
  ['save', { categories: ['marketing', 'functional'], services: ['uet', 'meta'] }],
  ['save', { categories: ['marketing'], services: [] }],
] as const

describe('a page and the endpoint write the same bytes', () => {
  it.each(choices)('for %s of %j', async (choice, what) => {
    const jar = createMemoryJar()
    const store = createConsentStore(site, { jar, clock: () => NOON - 1234 })
    store.setLanguage('de-AT')
    if (choice === 'save') store.save(what)
    else if (choice === 'accept') store.acceptAll()
    else store.rejectAll()

    const { record } = store.getState()
    const handle = consentHandler({ consent: site, clock: () => NOON })
    const [line = ''] = setCookies(await handle(postJson({ ...record, choice, via: undefined, version: undefined })))
    const written = Cookies.converter.write?.(jar.get('cookie_consent') ?? '', 'cookie_consent')
    expect(written).toContain('de-AT')
    expect(line.split('; ')[0]).toBe(`cookie_consent=${written}`)
  })
})
