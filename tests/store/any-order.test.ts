import {
  createConsentStore,
  createMemoryJar,
  grantFor,
  parseRecord,
  statusOf,
  type ConsentStore,
  type Jar,
} from 'assent/core'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { NOON, recordCookie, site } from '../fixtures/site.js'

const DAY = 24 * 3600 * 1000

interface Page {
  readonly store: ConsentStore<typeof site>
  readonly jar: Jar
}

const step = (name: string, run: (page: Page) => unknown, decides = false) => ({ toString: () => name, run, decides })
const someIds = fc.subarray([...site.ids])
const someServices = fc.option(fc.subarray(['meta', 'uet']), { nil: undefined })
const steps = fc.oneof(
  fc.constantFrom(
    step('acceptAll', ({ store }) => store.acceptAll(), true),
    step('rejectAll', ({ store }) => store.rejectAll(), true),
    step('save the draft', ({ store }) => store.save(), true),
    step('reset', ({ store }) => store.reset(), true),
    step('openPreferences', ({ store }) => store.openPreferences()),
    step('closePreferences', ({ store }) => store.closePreferences()),
    step('another tab resets', ({ jar }) => jar.remove('cookie_consent')),
    step('another tab writes what is no record', ({ jar }) =>
      jar.set('cookie_consent', '{"categories":["analytics"]}'),
    ),
    step('a script sets _ga', ({ jar }) => jar.set('_ga', 'x')),
  ),
  fc
    .tuple(someIds, someServices)
    .map(([categories, services]) =>
      step(`save ${categories.join()} ${String(services)}`, ({ store }) => store.save({ categories, services }), true),
    ),
  fc
    .tuple(someIds, someServices)
    .map(([categories, services]) =>
      step(`setDraft ${categories.join()} ${String(services)}`, ({ store }) =>
        store.setDraft({ categories, services }),
      ),
    ),
  fc.tuple(someIds, fc.integer({ min: 1, max: 2 })).map(([categories, version]) =>
    step(`another tab writes ${categories.join()} of version ${version}`, ({ jar }) => {
      const cookie = recordCookie({ categories, version, timestamp: new Date().toISOString() })
      return jar.set('cookie_consent', decodeURIComponent(cookie.slice('cookie_consent='.length)))
    }),
  ),
  fc.integer({ min: 1, max: 200 }).map((days) => step(`${days} days pass`, () => vi.advanceTimersByTime(days * DAY))),
)

it('holds what the jar says, and grants what that says, after any steps in any order', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 12 }), (run) => {
      vi.useFakeTimers({ now: NOON })
      try {
        const jar = createMemoryJar('sessionid=s; other=o', { clock: () => NOON }) // the record ends before its cookie
        const store = createConsentStore(site, { jar })
        const stop = store.start()
        for (const { run: act, decides } of run) {
          act({ store, jar })
          const { status, record, grant, draft } = store.getState()
          const now = Date.now()
          expect(JSON.stringify(record)).toBe(JSON.stringify(parseRecord(jar.get('cookie_consent'), site, { now })))
          expect(status).toBe(statusOf(record, site, now))
          expect(grant).toEqual(grantFor(record, site, { now }))
          expect(grant.categories).toContain('essential')
          expect(Object.keys(draft)).toEqual(expect.arrayContaining(['categories', 'services']))
          expect(jar.getAll()).toMatchObject({ sessionid: 's', other: 'o' })
          const declared = Object.keys(jar.getAll()).filter((name) => site.categoryOf(name) !== undefined)
          if (decides) expect(declared.filter((name) => !site.isCookieAllowed(name, grant))).toEqual([])
        }
        stop()
        expect(vi.getTimerCount()).toBe(0)
      } finally {
        vi.useRealTimers()
      }
    }),
    { numRuns: 300 },
  )
})
