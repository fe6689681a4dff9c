import { fireEvent, render, screen } from '@testing-library/react'
import { ConsentBanner, ConsentProvider, defineConsent, type Consent } from 'assent'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const essential = { name: 'Essential', description: 'Needed.', required: true } as const
const analytics = { name: 'Analytics', description: 'Counts.', cookies: ['_ga*'] }
const first = defineConsent({ version: 1, categories: { essential, analytics } })

const visit = (consent: Consent) => {
  const { unmount } = render(
    <ConsentProvider consent={consent}>
      <ConsentBanner />
    </ConsentProvider>,
  )
  const accept = screen.queryByRole('button', { name: 'Accept all' })
  if (accept) fireEvent.click(accept)
  unmount()
}

const warnings = vi.fn()
const told = (): string[] =>
  warnings.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('version'))

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(warnings)
  visit(first)
})
afterEach(() => {
  warnings.mockClear()
  localStorage.clear()
  document.cookie = 'cookie_consent=; max-age=0; path=/'
})

describe('a declaration that has changed since the last decision, with the same version,', () => {
  it.each<[string, Parameters<typeof defineConsent>[0]]>([
    [
      'has another category',
      { version: 1, categories: { essential, analytics, ads: { name: 'Ads', description: '' } } },
    ],
    [
      'has another cookie',
      { version: 1, categories: { essential, analytics: { ...analytics, cookies: ['_ga*', 'x'] } } },
    ],
    [
      'has another service',
      { version: 1, categories: { essential, analytics: { ...analytics, services: { a: { name: 'A' } } } } },
    ],
    ['has another key', { version: 1, categories: { essential, analytics: { ...analytics, storage: ['_hj*'] } } }],
    ['has another URL', { version: 1, categories: { essential, analytics: { ...analytics, urls: ['a.example'] } } }],
    [
      'requires what could be refused',
      { version: 1, categories: { essential, analytics: { ...analytics, required: true } } },
    ],
  ])('is warned of where it %s', (_, changed) => {
    visit(defineConsent(changed))
    expect(told()).toEqual([expect.stringContaining('version is still 1')])
  })

  it('is not warned of where its texts alone differ, or the order of its cookies', () => {
    visit(first)
    visit(
      defineConsent({
        version: 1,
        categories: { essential, analytics: { ...analytics, name: 'Statistics', description: 'Measures.' } },
      }),
    )
    expect(told()).toEqual([])
  })

  it('is not warned of where the version was raised, for the visitor is asked', () => {
    visit(defineConsent({ version: 2, categories: { essential, analytics, ads: { name: 'Ads', description: '' } } }))
    expect(told()).toEqual([])
  })

  it('keeps nothing before a decision', () => {
    localStorage.clear()
    document.cookie = 'cookie_consent=; max-age=0; path=/'
    render(
      <ConsentProvider consent={first}>
        <ConsentBanner />
      </ConsentProvider>,
    )
    expect(localStorage).toHaveLength(0)
  })
})
