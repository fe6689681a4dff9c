import { fireEvent, render, screen, within } from '@testing-library/react'
import { PreferencesForm, createConsentStore, createMemoryJar, ConsentProvider, type PartialMessages } from 'assent'
import { describe, expect, it } from 'vitest'
import { recordCookie, site } from '../../fixtures/site.js'
import { defineConsent, type Consent } from 'assent/core'

const text = { name: 'Videos', description: 'Films.' }
// Nothing but services: with the last one goes the category.
const videos = defineConsent({
  version: 1,
  categories: { video: { ...text, services: { vimeo: { name: 'Vimeo' }, youtube: { name: 'YouTube' } } } },
})

function renderForm(consent: Consent, header = '', messages?: PartialMessages) {
  const store = createConsentStore(consent, { jar: createMemoryJar(header) })
  render(
    <ConsentProvider store={store} messages={messages}>
      <PreferencesForm />
    </ConsentProvider>,
  )
  return store
}
const decided = (services: readonly string[]) =>
  recordCookie({ version: 2, categories: ['essential', 'marketing'], services, timestamp: new Date().toISOString() })
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name, hidden: true })
const click = (...names: string[]) => names.forEach((name) => fireEvent.click(box(name)))

describe('the box of a category', () => {
  it('is ticked with all services, mixed with some, and not ticked with none', () => {
    renderForm(site, decided(['meta']))
    expect(box('Marketing cookies')).toBePartiallyChecked()
    click('Microsoft')
    expect(box('Marketing cookies')).not.toBePartiallyChecked()
    expect(box('Marketing cookies')).toBeChecked()
    expect(box('Analytics cookies')).not.toBePartiallyChecked()
    expect(box('Analytics cookies')).not.toBeChecked()
  })

  it('ticks and unticks all services', () => {
    const store = renderForm(site)
    click('Marketing cookies')
    expect([box('Meta Pixel').checked, box('Microsoft').checked]).toEqual([true, true])
    click('Marketing cookies')
    expect([box('Meta Pixel').checked, box('Microsoft').checked]).toEqual([false, false])
    expect(store.getState().draft).toEqual({ categories: ['essential'], services: [] })
  })

  it('that is mixed ticks the rest', () => {
    const store = renderForm(site, decided(['meta']))
    click('Marketing cookies')
    expect(box('Marketing cookies')).not.toBePartiallyChecked()
    expect(store.getState().draft).toEqual({ categories: ['essential', 'marketing'], services: ['meta', 'uet'] })
  })
})

describe('the box of a service', () => {
  it('brings its category, and nothing else of it', () => {
    const store = renderForm(site)
    click('Microsoft')
    expect(box('Marketing cookies')).toBePartiallyChecked()
    expect(store.getState().draft).toEqual({ categories: ['essential', 'marketing'], services: ['uet'] })
  })

  it('takes a category along that is nothing without it', () => {
    const store = renderForm(videos)
    click('Vimeo', 'YouTube', 'Vimeo')
    expect(box('Videos')).toBePartiallyChecked()
    click('YouTube')
    expect(box('Videos')).not.toBeChecked()
    expect(box('Videos')).not.toBePartiallyChecked()
    expect(store.getState().draft).toEqual({ categories: [], services: [] })
  })

  it('leaves a category that sets cookies of its own', () => {
    const store = renderForm(site, decided(['meta']))
    click('Meta Pixel')
    expect(box('Marketing cookies')).toBePartiallyChecked()
    expect(store.getState().draft).toEqual({ categories: ['essential', 'marketing'], services: [] })
  })

  it('is saved, and what is unticked is erased', () => {
    const cookies = '_fbp=1; _uetsid=2; ad_x=3; sessionid=4'
    const store = renderForm(site, `${decided(['meta', 'uet'])}; ${cookies}`)
    click('Meta Pixel')
    fireEvent.click(screen.getByRole('button', { name: 'Save choices' }))
    expect(store.getState()).toMatchObject({
      record: { categories: ['essential', 'marketing'], services: ['uet'] },
      grant: { services: ['uet'] },
    })
    expect(Object.keys(store.jar.getAll()).sort()).toEqual(['_uetsid', 'ad_x', 'cookie_consent', 'sessionid'])
  })
})

describe('the details of a category', () => {
  it('count services and cookies, and hold a group of switches with the cookies of each', () => {
    renderForm(site)
    expect(screen.getByText('Services (2) · Cookies (4)')).toBeInTheDocument()
    const group = screen.getByRole('group', { name: 'Services (2)', hidden: true })
    const rows = [...group.querySelectorAll<HTMLElement>('[data-assent="service"]')]
    expect(rows.map(({ dataset }) => dataset.service)).toEqual(['meta', 'uet'])
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('listitem', { hidden: true })
          .map((item) => item.textContent.trim()),
      ),
    ).toEqual([['_fbp', 'fb_*'], ['_uet*']])
    expect(screen.getByText('_hj*').closest('li')).toHaveTextContent('_hj* Browser storage')
  })

  it('are in the language of the provider', () => {
    renderForm(site, '', {
      serviceCount: 'Dienste ({count})',
      services: { meta: { name: 'Meta-Pixel', description: 'Misst Werbung.' } },
    })
    expect(screen.getByText('Dienste (2) · Cookies (4)')).toBeInTheDocument()
    expect(box('Meta-Pixel')).toHaveAccessibleDescription('Misst Werbung.')
  })
})
