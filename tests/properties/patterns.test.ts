import { compilePattern, createConsentStore, defineConsent, type Consent } from 'assent/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPlacesJar } from '../fixtures/places-jar.js'
import { runs } from './hostile.js'

/** Whether a name matches, by trying every run of characters for a star: too slow for a page, too simple to be wrong. */
function matchesNaively(pattern: string, name: string): boolean {
  if (pattern === '') return name === ''
  if (pattern.startsWith('*'))
    return Array.from({ length: name.length + 1 }, (_, i) => name.slice(i)).some((rest) =>
      matchesNaively(pattern.slice(1), rest),
    )
  return name !== '' && name.startsWith(pattern.charAt(0)) && matchesNaively(pattern.slice(1), name.slice(1))
}
/** Few letters, so that names match by chance. */
const letters = (all: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...all), { maxLength }).map((parts) => parts.join(''))
const patterns = letters(['a', 'b', '_', '*', '*', '.', 'é', '\ud83c', '$'], 8)
const names = letters(['a', 'b', '_', '.', '*', 'é', '\ud83c', '$'], 10)

it('a pattern matches what a naive matcher matches', () => {
  fc.assert(
    fc.property(patterns, names, (pattern, name) => {
      expect(compilePattern(pattern).matches(name)).toBe(matchesNaively(pattern, name))
    }),
    runs(5000),
  )
})

it('the owners of a name are those of its best patterns, whatever else is declared', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        patterns.filter((text) => /[^*]/.test(text)),
        { minLength: 1, maxLength: 6 },
      ),
      names,
      (all, name) => {
        const categories = Object.fromEntries(
          all.map((pattern, i) => [`c${i}`, { name: '', description: '', cookies: [{ name: pattern }] }]),
        )
        const matching = all.filter((pattern) => matchesNaively(pattern, name))
        const rankOf = (pattern: string) => (pattern.includes('*') ? pattern.replaceAll('*', '').length : Infinity)
        const best = Math.max(...matching.map(rankOf))
        const expected = matching
          .filter((pattern) => rankOf(pattern) === best)
          .map((pattern) => `c${all.indexOf(pattern)}`)
        expect(
          defineConsent({ version: 1, categories })
            .ownersOf(name)
            .map(({ category }) => category),
        ).toEqual(expected)
      },
    ),
    runs(2000),
  )
})

it('erasing touches no cookie that is required, undeclared or granted, wherever it is', () => {
  const some = fc.uniqueArray(
    patterns.filter((text) => /[^*]/.test(text)),
    { maxLength: 4 },
  )
  const place = fc.constantFrom('/', '/shop', '/.example.com', '/shop.example.com')
  const held = fc.array(fc.tuple(names.filter(Boolean), place), { maxLength: 12 })
  const decision = fc.constantFrom('rejectAll', 'acceptAll', 'analytics')
  fc.assert(
    fc.property(
      some,
      some,
      some,
      held,
      fc.array(decision, { minLength: 1, maxLength: 3 }),
      (needed, ads, stats, cookies, decisions) => {
        const taken = new Set<string>()
        const fresh = (list: string[]) => list.filter((pattern) => !taken.has(pattern) && taken.add(pattern))
        const text = { name: '', description: '' }
        const consent: Consent = defineConsent({
          version: 1,
          categories: {
            needed: { ...text, required: true, cookies: fresh(needed) },
            ads: { ...text, cookies: fresh(ads) },
            analytics: {
              ...text,
              cookies: fresh(stats).map((name) => ({ name, domain: '.example.com', path: '/shop' })),
            },
          },
        })
        const jar = createPlacesJar()
        for (const [name, where] of cookies) jar.plant(name, 'x', where)
        const store = createConsentStore(consent, { jar })
        for (const one of decisions)
          if (one === 'analytics') store.save({ categories: [one] })
          else store[one as 'rejectAll']()
        const { grant } = store.getState()
        const everGranted = (name: string): boolean => {
          const owners = consent.ownersOf(name)
          return owners.length === 0 || owners.some(({ category }) => category === 'needed')
        }
        for (const [name, where] of new Map(cookies.map((cookie) => [cookie.join(), cookie])).values()) {
          const places = cookies.filter(([other]) => other === name).length
          const isThere = jar.getAll(name).length
          if (name === consent.cookie.name) continue
          if (everGranted(name)) expect(isThere, `${name} of ${where}`).toBe(places)
          else if (!consent.isCookieAllowed(name, grant)) expect(isThere, name).toBe(0)
        }
        expect(
          jar.log.filter(
            (entry) =>
              entry.startsWith('remove ') &&
              everGranted(entry.split(' ')[1] ?? '') &&
              !entry.includes('cookie_consent'),
          ),
        ).toEqual([])
      },
    ),
    runs(1000),
  )
})
