import {
  beforePaintScript,
  createBrowserJar,
  defineConsent,
  encodePythonValue,
  parseRecord,
  statusOf,
} from 'assent/core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clearCookies } from '../clear-cookies.js'

const consentOf = (version: number) =>
  defineConsent({
    version,
    categories: {
      essential: { name: 'Essential', description: 'Needed.', required: true },
      analytics: { name: 'Analytics', description: 'Measure.' },
    },
  })
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
const timestamp = inDays(0)

/** Runs the script as a page does, and tells whether it hides the banner. */
function hides(version: number): boolean {
  const script = document.createElement('script')
  Object.assign(script.dataset, { cookie: 'cookie_consent', version, maxAge: 15_724_800 })
  script.textContent = beforePaintScript
  document.body.append(script)
  script.remove()
  return document.adoptedStyleSheets.length > 0
}

beforeEach(clearCookies)
afterEach(() => (document.adoptedStyleSheets = []))

const json = (members: object): string => encodeURIComponent(JSON.stringify(members))
const python = (members: object): string => encodePythonValue(JSON.stringify(members).replaceAll(',', ', '))

it.each<[name: string, wire: string, version: number, isHidden: boolean]>([
  ['a record', json({ categories: ['analytics'], timestamp, version: 1 }), 1, true],
  ['a record as Python writes it', python({ categories: ['analytics'], timestamp, version: 1 }), 1, true],
  ["the guide's record, without a version", json({ given: true, categories: ['analytics'], timestamp }), 1, true],
  ["the guide's refusal", json({ given: false, categories: [], timestamp }), 1, true],
  ["the guide's record, once the policy was raised", json({ given: true, categories: [], timestamp }), 2, false],
  ['true', 'true', 1, true],
  ['Yes', 'Yes', 1, true],
  ['1', '1', 1, true],
  ['true, once the policy was raised', 'true', 2, false],
  ['a record without a version', json({ categories: ['analytics'], timestamp }), 1, false],
  ['a record whose version is text', json({ categories: [], timestamp, version: '1' }), 1, false],
  ['a record of the far future', json({ categories: [], timestamp: '2999-01-01T00:00:00.000Z', version: 1 }), 1, false],
  ['a record of next week', json({ categories: [], timestamp: inDays(7), version: 1 }), 1, true],
  ['a record that is over', json({ categories: [], timestamp: inDays(-183), version: 1 }), 1, false],
  ['a record whose categories are no text', json({ categories: [1], timestamp, version: 1 }), 1, false],
  ['a record whose services are no list', json({ categories: [], services: 'x', timestamp, version: 1 }), 1, false],
  ['a record with services', json({ categories: [], services: ['meta'], timestamp, version: 1 }), 1, true],
  ['a record whose services are null', json({ categories: [], services: null, timestamp, version: 1 }), 1, false],
  ["the guide's record, its version null", json({ given: true, categories: [], version: null, timestamp }), 1, false],
  ['an import of an unknown time', json({ categories: [], timestamp: null, version: 1, via: 'import' }), 1, true],
  ['a record of an unknown time', json({ categories: [], timestamp: null, version: 1, via: 'save' }), 1, false],
  ['no', 'no', 1, true],
  ['False', 'False', 1, true],
  ['0', '0', 1, true],
  ['no, once the policy was raised', 'no', 2, false],
  ['a refusal without a time', json({ given: false }), 1, true],
  ['a word for everything, without a time', json({ categories: ['all'], version: 1 }), 1, false],
  ['a record in quotes of a server', `"${json({ categories: [], timestamp, version: 1 })}"`, 1, true],
  ['a record that is too long', json({ categories: ['x'.repeat(4000)], timestamp, version: 1 }), 1, false],
  ['a record of a version between two', json({ categories: [], timestamp, version: 1.5 }), 1, false],
  ['a list', '[]', 1, false],
  ['a word', 'maybe', 1, false],
  ['half a quoted record', '"{\\"categories\\": [', 1, false],
])('hides the banner as the store decides: %s', (_, wire, version, isHidden) => {
  document.cookie = `cookie_consent=${wire}; path=/`
  expect(hides(version)).toBe(isHidden)
  const consent = consentOf(version)
  const now = Date.now()
  const record = parseRecord(createBrowserJar().get('cookie_consent'), consent, { now })
  expect(statusOf(record, consent, now) === 'decided').toBe(isHidden)
})
