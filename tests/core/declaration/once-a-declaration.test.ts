import { checkSetCookie, createConsentStore, createMemoryJar, defineConsent, snapshotOf } from 'assent/core'
import { consentHandler, createCookies, hardenSetCookies } from 'assent/server'
import { describe, expect, it } from 'vitest'
import { NOON, recordCookie } from '../../fixtures/site.js'

const text = { name: '', description: '' }

/** A declaration that counts how often its list of cookies is read. */
function counted() {
  let reads = 0
  const analytics = {
    ...text,
    get cookies() {
      reads++
      return ['_ga*', 'visitor', { name: 'hidden_*', httpOnly: true, path: '/app' }]
    },
  }
  const consent = defineConsent({ version: 1, categories: { essential: { ...text, required: true }, analytics } })
  return { consent, reads: () => reads }
}

const post = new URLSearchParams({ choice: 'reject' })
const headers = { 'sec-fetch-site': 'same-origin', cookie: '_ga=1; visitor=1' }

describe('what belongs to a declaration is computed once', () => {
  type Consent = ReturnType<typeof counted>['consent']
  const tasks: Record<string, (consent: Consent) => unknown> = {
    'a snapshot': (consent) => snapshotOf('_ga=1; visitor=1', consent, { now: NOON }),
    'hardened lines': (consent) => hardenSetCookies(['visitor=1', 'hidden_a=1'], { consent }),
    'a deletion': (consent) => createCookies('_ga=1', { consent }).delete('_ga'),
    'advice on a line': (consent) => checkSetCookie('visitor=1; HttpOnly', { consent }),
  }
  it.each(Object.entries(tasks))('for %s', async (_, task) => {
    const { consent, reads } = counted()
    await task(consent)
    const before = reads()
    for (let i = 0; i < 5; i++) await task(consent)
    expect(reads()).toBe(before)
  })

  it('for the replies of an endpoint', async () => {
    const { consent, reads } = counted()
    const handle = consentHandler({ consent })
    const answer = () => handle(new Request('https://site.test/consent', { method: 'POST', body: post, headers }))
    const lines = (await answer()).headers.getSetCookie()
    expect(lines.filter((line) => line.startsWith('_ga=')).length).toBeGreaterThan(0)
    const before = reads()
    for (let i = 0; i < 5; i++) await answer()
    expect(reads()).toBe(before)
  })

  it('for every store of it, and every decision', () => {
    const { consent, reads } = counted()
    const decide = () => {
      const jar = createMemoryJar(`${recordCookie({ categories: ['analytics'] }, consent)}; _ga=1; visitor=1`)
      const store = createConsentStore(consent, { jar, clock: () => NOON })
      store.start()()
      store.rejectAll()
      store.acceptAll()
      store.rejectAll()
      expect(Object.keys(jar.getAll())).toEqual(['cookie_consent'])
    }
    decide()
    const before = reads()
    for (let i = 0; i < 5; i++) decide()
    expect(reads()).toBe(before)
  })
})

/** The time of a task, as the quickest of several runs, so that a busy machine does not decide. */
function timeOf(task: () => unknown): number {
  let least = Infinity
  for (let run = 0; run < 9; run++) {
    const begin = performance.now()
    for (let i = 0; i < 300; i++) task()
    least = Math.min(least, performance.now() - begin)
  }
  return least
}

it('a snapshot takes much the same time with 400 patterns as with 10', () => {
  const [few, many] = [10, 400].map((count) => {
    const names = Array.from({ length: count / 2 }, (_, i) => i)
    const consent = defineConsent({
      version: 1,
      categories: {
        essential: { ...text, required: true, cookies: ['sessionid'] },
        functional: { ...text, cookies: ['theme', ...names.map((i) => `f${i}_*`)] },
        analytics: { ...text, cookies: names.map((i) => ({ name: `_v${i}_*`, httpOnly: i % 2 === 0 })) },
      },
    })
    return () => snapshotOf('theme=dark; sessionid=1; f1_a=1; _v3_a=1; other=1', consent, { now: NOON })
  })
  if (!few || !many) throw new Error('Two declarations were made.')
  timeOf(few) // warms up
  timeOf(many)
  expect(timeOf(many) / timeOf(few)).toBeLessThan(3) // 25, where each snapshot compiles the patterns
})
