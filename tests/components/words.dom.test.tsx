import { fireEvent, render, screen } from '@testing-library/react'
import { ConsentBanner, CookieTable, en, PreferencesButton, type PartialMessages } from 'assent'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openShop } from '../react/shop.js'

const german: PartialMessages = {
  title: 'Kekse',
  accept: 'Alle annehmen',
  description: 'Wir nutzen {purposes}.',
  preferences: 'Einstellungen',
  alwaysActive: 'Immer aktiv',
  categories: {
    analytics: { name: 'Statistik', description: 'Wie die Seite genutzt wird.' },
    marketing: { name: 'Werbung' },
  },
}

function renderIn(props: { locale?: string; messages?: PartialMessages }) {
  const { wrapper: Wrapper } = openShop(undefined, '', props)
  return render(
    <Wrapper>
      <ConsentBanner />
      <PreferencesButton />
      <CookieTable />
    </Wrapper>,
  )
}

it('are English where none are given', () => {
  renderIn({})
  expect(screen.getByRole('region', { name: en.title })).not.toHaveAttribute('lang')
})

it('are those that are given, and the others stay as they are', () => {
  renderIn({ locale: 'de', messages: german })
  expect(screen.getByRole('button', { name: 'Alle annehmen' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Reject all' })).toBeInTheDocument()
})

it('name categories everywhere as they are translated, in part or in whole', () => {
  renderIn({ locale: 'de', messages: german })
  expect(screen.getByRole('region', { name: 'Kekse' })).toHaveTextContent('Functional, Statistik und Werbung')
  expect(screen.getAllByRole('cell', { name: 'Statistik' })).not.toHaveLength(0)
  fireEvent.click(screen.getByRole('button', { name: 'Einstellungen' }))
  expect(screen.getByRole('checkbox', { name: 'Statistik' })).toHaveAccessibleDescription('Wie die Seite genutzt wird.')
  expect(screen.getByRole('checkbox', { name: 'Werbung' })).toHaveAccessibleDescription('Offers that fit.')
})

it('are marked with their language, and durations are told in it', () => {
  renderIn({ locale: 'de', messages: german })
  expect(screen.getByRole('region')).toHaveAttribute('lang', 'de')
  expect(screen.getByRole('table')).toHaveAttribute('lang', 'de')
  expect(screen.getAllByRole('cell', { name: '1 Jahr' })).toHaveLength(1)
})

it('of a name that looks like a pattern of replacement stay as they are', () => {
  renderIn({ messages: { categories: { analytics: { purpose: 'A $& B $1' } } } })
  expect(screen.getByRole('region')).toHaveTextContent('A $& B $1')
})

it.each(['de_DE', 'no such language'])('keep the page alive with the locale %s, which is no language tag', (locale) => {
  renderIn({ locale })
  expect(screen.getByRole('table')).toHaveTextContent(/6 (months|Monate)/)
})

it('keep few formats of durations, however many languages come', () => {
  const made: unknown[] = []
  class NumberFormat extends Intl.NumberFormat {
    constructor(...[locale, options]: ConstructorParameters<typeof Intl.NumberFormat>) {
      super(locale, options)
      made.push(locale)
    }
  }
  vi.stubGlobal('Intl', Object.create(Intl, { NumberFormat: { value: NumberFormat } }))
  onTestFinished(() => void vi.unstubAllGlobals())
  const timesMadeIn = (locale: string): number => made.filter((one) => one === locale).length
  const show = (locale: string): void => renderIn({ locale }).unmount()
  show('de-x-first')
  const first = timesMadeIn('de-x-first') // one for each unit
  show('de-x-first')
  expect(timesMadeIn('de-x-first')).toBe(first)
  for (let i = 0; i < 100; i++) show(`de-x-${i}`)
  show('de-x-first')
  expect(timesMadeIn('de-x-first')).toBe(2 * first)
})
