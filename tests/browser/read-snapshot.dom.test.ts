import { defineConsent, embedSnapshot, readSnapshot, snapshotOf } from 'assent/core'
import { afterEach, expect, it } from 'vitest'

const consent = defineConsent({
  version: 1,
  categories: { functional: { name: 'Functional', description: '', cookies: ['theme'] } },
})

afterEach(() => document.body.replaceChildren())

it('is what the server embedded', () => {
  const snapshot = snapshotOf('theme=%3C%2Fscript%3E', consent, { now: 1, region: 'DE' })
  const script = document.createElement('script')
  script.type = 'application/json'
  script.dataset.assent = 'state'
  script.textContent = embedSnapshot(snapshot)
  document.body.append(script)
  expect(readSnapshot()).toEqual(snapshot)
})

it('is undefined on a page that has none', () => {
  expect(readSnapshot()).toBeUndefined()
})
