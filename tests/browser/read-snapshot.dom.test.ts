import { defineConsent, embedSnapshot, readSnapshot, snapshotOf, type Snapshot } from 'assent/core'
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'

const consent = defineConsent({
  version: 1,
  categories: { functional: { name: 'Functional', description: '', cookies: ['theme'] } },
})

let warn: MockInstance<(text: string) => void>
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => document.body.replaceChildren())

function embed(text: string): void {
  const script = document.createElement('script')
  script.type = 'application/json'
  script.dataset.assent = 'state'
  script.textContent = text
  document.body.append(script)
}

const record = { categories: ['functional'], timestamp: '2026-01-01T00:00:00.000Z', version: 1 }
const whole: Snapshot = { now: 1, cookies: { theme: 'dark' }, record, signals: { gpc: true }, region: 'DE' }

describe('what the server embedded is read', () => {
  it.each<[string, Snapshot]>([
    ['cookies', snapshotOf('theme=%3C%2Fscript%3E', consent, { now: 1, region: 'DE' })],
    ['a record of an unknown time', snapshotOf('cookie_consent=yes', consent, { now: 1 })],
    ['a refusal', snapshotOf('cookie_consent=no', consent, { now: 1 })],
    ['everything', whole],
    [
      'all members of a record',
      { ...whole, record: { ...record, services: ['a'], id: 'i', via: 'x', language: 'de' } },
    ],
    ['over a thousand services', { ...whole, record: { ...record, services: Array<string>(1500).fill('service') } }],
    ['a cookie of an odd name', { ...whole, cookies: JSON.parse('{"__proto__":"x"}') as Record<string, string> }],
  ])('%s', (_, snapshot) => {
    embed(embedSnapshot(snapshot))
    expect(readSnapshot()).toEqual(JSON.parse(JSON.stringify(snapshot)))
    expect(warn).not.toHaveBeenCalled()
  })
})

it('is undefined on a page that has none, or two', () => {
  expect(readSnapshot()).toBeUndefined()
  embed(embedSnapshot(whole))
  embed(embedSnapshot(whole))
  expect(readSnapshot()).toBeUndefined()
  expect(warn).not.toHaveBeenCalled()
})

describe('what is not a snapshot is none, and a warning in development alone', () => {
  const text = embedSnapshot(whole)
  const bad = (members: object) => JSON.stringify({ ...whole, ...members })
  it.each([
    ' ',
    '{',
    'undefined',
    text.slice(0, -1),
    text.replaceAll('"', '&quot;'),
    text.replaceAll('"', '\\"'),
    `<!-- ${text} -->`,
    text + text,
    'null',
    'true',
    '1',
    '"text"',
    '[]',
    `[${text}]`,
    '{}',
    '{"now":1}',
    '{"cookies":{}}',
    bad({ now: null }),
    bad({ now: '1' }),
    bad({ cookies: null }),
    bad({ cookies: [] }),
    bad({ cookies: ['dark'] }),
    bad({ cookies: 'theme=dark' }),
    bad({ cookies: { theme: 1 } }),
    bad({ cookies: { theme: null } }),
    bad({ record: null }),
    bad({ record: 'yes' }),
    bad({ record: [] }),
    bad({ record: {} }),
    bad({ record: { ...record, categories: 'functional' } }),
    bad({ record: { ...record, categories: [1] } }),
    bad({ record: { ...record, services: {} } }),
    bad({ record: { ...record, timestamp: 1 } }),
    bad({ record: { ...record, timestamp: undefined } }),
    bad({ record: { ...record, version: '1' } }),
    bad({ record: { ...record, version: 1.5 } }),
    bad({ record: { ...record, id: {} } }),
    bad({ record: { ...record, via: 1 } }),
    bad({ record: { ...record, language: [] } }),
    bad({ signals: 'gpc' }),
    bad({ signals: null }),
    bad({ region: 49 }),
    '['.repeat(100_000),
  ])('%s', (given) => {
    embed(given)
    expect(readSnapshot()).toBeUndefined()
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('embedded snapshot'))
    vi.stubEnv('NODE_ENV', 'production')
    expect(readSnapshot()).toBeUndefined()
    expect(warn).toHaveBeenCalledOnce()
  })
})
