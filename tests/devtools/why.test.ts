import { createConsentStore, createMemoryJar, defineConsent, stringifyRecord, type ConsentRecord } from 'assent/core'
import { describe, expect, it } from 'vitest'
import { whyOf } from '../../src/devtools/why.js'

const consent = defineConsent({
  version: 3,
  notice: true,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['sessionid'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga*', 'both_*'] },
    marketing: {
      name: 'Marketing',
      description: '',
      regime: (region) => (region === 'US-CA' ? 'opt-out' : 'opt-in'),
      cookies: ['*_both'],
      services: { meta: { name: 'Meta', cookies: ['_fbp'] }, tiktok: { name: 'TikTok', cookies: ['_ttp'] } },
    },
    fonts: { name: 'Fonts', description: '', regime: 'exempt', cookies: ['font'] },
  },
})
const record = (categories: string[], rest: Partial<ConsentRecord> = {}): ConsentRecord => ({
  categories,
  timestamp: '2026-06-01T00:00:00.000Z',
  version: 3,
  ...rest,
})

function why(name: string, given?: ConsentRecord, options: { region?: string; gpc?: boolean } = {}) {
  const jar = createMemoryJar()
  if (given) jar.set('cookie_consent', stringifyRecord(given), consent.cookie)
  const { region, gpc } = options
  const clock = () => Date.parse('2026-07-01T00:00:00.000Z')
  const store = createConsentStore(consent, { jar, region, signals: () => ({ gpc }), clock })
  store.refresh()
  const { isAllowed, reasons } = whyOf(name, store)
  return [isAllowed, reasons.join(' ')]
}

/** Every reason that there is. */
const REASONS: [name: string, args: Parameters<typeof why>, isAllowed: boolean, reason: RegExp][] = [
  ['the record', ['cookie_consent'], true, /always allowed/],
  ['the signature of the record', ['cookie_consent.sig'], true, /always allowed/],
  ['a required cookie', ['sessionid'], true, /^essential: required/],
  ['an undeclared cookie', ['_clck', record(['analytics'])], false, /No category declares it/],
  ['a cookie before the choice', ['_ga'], false, /^analytics: needs consent first.*has not decided/],
  ['an allowed cookie', ['_ga_1', record(['analytics'])], true, /the visitor allowed it/],
  ['a refused cookie', ['_ga', record([])], false, /the visitor refused it/],
  ['an exempt cookie', ['font'], true, /needs no consent here/],
  ['an opt-out cookie', ['_fbp', undefined, { region: 'US-CA' }], true, /marketing \/ meta: allowed until/],
  ['an opt-out cookie under GPC', ['_fbp', undefined, { region: 'US-CA', gpc: true }], false, /Global Privacy Control/],
  [
    'an opt-out cookie, refused before',
    ['_fbp', record([], { version: 2 }), { region: 'US-CA' }],
    false,
    /old refusal/,
  ],
  [
    'a service that was refused',
    ['_ttp', record(['marketing'], { services: ['meta'] })],
    false,
    /refused this service/,
  ],
  ['an outdated choice', ['_ga', record(['analytics'], { version: 2 })], false, /version 2, and this is version 3/],
  ['an expired choice', ['_ga', record(['analytics'], { timestamp: '2025-01-01T00:00:00.000Z' })], false, /older/],
  [
    'a cookie of two owners',
    ['both_both', record(['analytics'])],
    false,
    /analytics: the visitor allowed.*marketing: the visitor refused.*All of them/,
  ],
]

describe('why a cookie may be here', () => {
  it.each(REASONS)('explains %s', (_, args, isAllowed, reason) => {
    const [found, text] = why(...args)
    expect(text).toMatch(reason)
    expect(found).toBe(isAllowed)
  })
})
