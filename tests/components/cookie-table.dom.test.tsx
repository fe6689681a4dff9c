import { render, screen, within } from '@testing-library/react'
import { ConsentProvider, CookieTable, days, defineConsent, defineCookie } from 'assent'
import { expect, it } from 'vitest'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: {
      name: 'Essential',
      description: 'Needed.',
      required: true,
      cookies: ['sid', defineCookie('csrf', { default: '', purpose: 'Guards forms.' })],
    },
    analytics: {
      name: 'Analytics',
      description: 'Counts.',
      cookies: [
        { name: '_ga*', provider: 'Google', purpose: 'Tells visitors apart.', duration: '2 years' },
        defineCookie('visits', { default: 0, maxAge: days(7) }),
        defineCookie('recent', { default: 0, maxAge: 7200 }),
        /^_pk_/,
      ],
      storage: ['_hj*'],
    },
    marketing: {
      name: 'Marketing',
      description: 'Offers.',
      services: {
        meta: { name: 'Meta Pixel', cookies: ['_fbp', { name: 'fr', provider: 'Meta' }] },
        uet: { name: 'Microsoft', description: 'Measures advertising.', cookies: ['_uet*'], storage: ['_uet*'] },
      },
    },
  },
})

const rows = (): (string | null)[][] =>
  screen.getAllByRole('row').map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent))

it('lists our own cookie once where a declaration has it too', () => {
  const declared = defineConsent({
    version: 1,
    categories: {
      essential: { name: 'Essential', description: 'Needed.', required: true, cookies: ['sid', 'cookie_consent'] },
    },
  })
  render(
    <ConsentProvider consent={declared}>
      <CookieTable />
    </ConsentProvider>,
  )
  expect(rows().map(([name]) => name)).toEqual(['Cookie', 'sid', 'cookie_consent'])
})

it('lists all that is declared with provider, purpose, duration and category, our own first', () => {
  render(
    <ConsentProvider consent={consent}>
      <CookieTable />
    </ConsentProvider>,
  )
  expect(rows()).toEqual([
    ['Cookie', 'Provider', 'Purpose', 'Duration', 'Category'],
    ['cookie_consent', 'This site', 'Needed.', '6 months', 'Essential'],
    ['sid', 'This site', 'Needed.', 'Not stated', 'Essential'],
    ['csrf', 'This site', 'Guards forms.', 'Session', 'Essential'],
    ['_ga*', 'Google', 'Tells visitors apart.', '2 years', 'Analytics'],
    ['visits', 'This site', 'Counts.', '7 days', 'Analytics'],
    ['recent', 'This site', 'Counts.', '2 hours', 'Analytics'],
    ['/^_pk_/', 'This site', 'Counts.', 'Not stated', 'Analytics'],
    ['_hj* Browser storage', 'This site', 'Counts.', 'Not stated', 'Analytics'],
    ['_fbp', 'Meta Pixel', 'Offers.', 'Not stated', 'Marketing'],
    ['fr', 'Meta', 'Offers.', 'Not stated', 'Marketing'],
    ['_uet*', 'Microsoft', 'Measures advertising.', 'Not stated', 'Marketing'],
    ['_uet* Browser storage', 'Microsoft', 'Measures advertising.', 'Not stated', 'Marketing'],
  ])
})

it('has headings for its columns, and the cookie as the heading of each row', () => {
  render(
    <ConsentProvider consent={consent}>
      <CookieTable aria-label="Cookies of this site" />
    </ConsentProvider>,
  )
  const table = within(screen.getByRole('table', { name: 'Cookies of this site' }))
  expect(table.getAllByRole('columnheader')).toHaveLength(5)
  expect(table.getByRole('rowheader', { name: '_ga*' })).toBeInTheDocument()
})
