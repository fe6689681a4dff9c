// What a server pays for `snapshotOf` in each request, by the patterns of its declaration: much the same for 200 as for 10.
import { alone, interleave, median, microseconds, rowOf } from './measure.mjs'
import { defineConsent, snapshotOf, stringifyRecord } from 'assent/core'

/** @type {(patterns: number) => () => unknown} */
function requestOf(patterns) {
  const names = Array.from({ length: patterns / 2 }, (_, i) => i)
  const text = { name: 'Name', description: 'Text' }
  const consent = defineConsent({
    version: 1,
    categories: {
      essential: { ...text, required: true, cookies: ['sessionid', 'csrftoken', { name: 'id_*', httpOnly: true }] },
      functional: { ...text, cookies: ['theme', 'language', ...names.map((i) => `f${i}_*`)] },
      analytics: { ...text, cookies: names.map((i) => ({ name: `_v${i}_*`, provider: `Vendor ${i}` })) },
    },
  })
  const record = {
    categories: ['essential', 'functional'],
    timestamp: '2026-01-01T00:00:00.000Z',
    version: 1,
    id: 'bench',
  }
  const cookies = ['theme=dark', 'language=en', 'sessionid=0123456789abcdef', 'csrftoken=0123456789abcdef']
  for (let i = 0; i < 8; i++) cookies.push(`f${i}_x=${i}`, `_v${i}_x=${i}`, `other${i}=value%20${i}`)
  const header = `${cookies.join('; ')}; cookie_consent=${encodeURIComponent(stringifyRecord(record))}`
  const now = Date.parse('2026-02-01T00:00:00.000Z')
  return () => snapshotOf(header, consent, { now })
}

/** @param {{ runs?: number }} [options] */
export async function run({ runs = 15 } = {}) {
  const few = requestOf(10)
  const many = requestOf(200)
  const times = await interleave({ few: () => microseconds(few), many: () => microseconds(many) }, runs)
  return [
    rowOf('snapshotOf, 10 patterns', times.few, 'µs a request'),
    rowOf('snapshotOf, 200 patterns', times.many, 'µs a request', {
      ratio: median(times.many) / median(times.few),
      to: '10 patterns',
    }),
  ]
}

await alone(import.meta, run)
