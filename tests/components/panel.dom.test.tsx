import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { ConsentBanner, Panel, PreferencesButton, PreferencesPanel } from 'assent'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { openShop, type Shop } from '../react/shop.js'

function renderPanel(shop: Shop = openShop(), panel: ReactNode = <PreferencesPanel />): Shop {
  render(
    <shop.wrapper>
      {panel}
      <PreferencesButton />
    </shop.wrapper>,
  )
  return shop
}

const open = (): HTMLElement => {
  fireEvent.click(screen.getByRole('button', { name: 'Cookie preferences' }))
  return screen.getByRole('dialog', { name: 'Cookie preferences' })
}
const box = (name: string): HTMLElement => screen.getByRole('checkbox', { name: new RegExp(`^${name}`) })
const button = (name: string): HTMLElement => within(screen.getByRole('dialog')).getByRole('button', { name })

describe('PreferencesPanel', () => {
  it('has nothing ticked before a choice', () => {
    renderPanel()
    open()
    const boxes = screen.getAllByRole('checkbox')
    expect(boxes).toHaveLength(4)
    for (const each of boxes) expect(each).not.toBeChecked()
  })

  it('has what is granted ticked', () => {
    renderPanel(openShop(['analytics']))
    open()
    expect(box('Analytics')).toBeChecked()
    expect(box('Marketing')).not.toBeChecked()
  })

  it('has a required category as text, without a checkbox', () => {
    renderPanel()
    const essential = within(open()).getByText('Essential').closest<HTMLElement>('[data-category]')
    expect(essential).toHaveTextContent('Always active')
    expect(essential?.querySelector('input')).toBeNull()
  })

  it('groups the categories, and describes each', () => {
    renderPanel()
    open()
    expect(screen.getByRole('group', { name: 'Cookie preferences' })).toContainElement(box('Analytics'))
    expect(box('Analytics')).toHaveAccessibleDescription('How the site is used.')
  })

  it('says how long a choice is kept', () => {
    renderPanel()
    expect(open()).toHaveTextContent('6 months')
  })

  it('lists the cookies of a category, closed at first, with their count', () => {
    renderPanel()
    const functional = within(open()).getByText('Functional').closest<HTMLElement>('[data-category]')
    const details = functional?.querySelector('details')
    expect(details).not.toHaveAttribute('open')
    expect(details?.querySelector('summary')).toHaveTextContent('Cookies (3)')
    expect(details).toHaveTextContent('theme 1 year')
    expect(details).toHaveTextContent('pref_*')
  })

  it('saves what is ticked, with the services of each category, and closes', () => {
    const { store } = renderPanel()
    const dialog = open()
    fireEvent.click(box('Analytics'))
    fireEvent.click(box('Marketing'))
    fireEvent.click(button('Save choices'))
    expect(store.getState()).toMatchObject({
      status: 'decided',
      grant: { categories: ['essential', 'analytics', 'marketing'], services: ['meta'] },
      record: { via: 'save' },
    })
    expect(dialog).not.toHaveAttribute('open')
  })

  it('withdraws what is unticked', () => {
    const { store, jar } = renderPanel(openShop(['analytics', 'functional'], 'visits=3; theme=dark'))
    open()
    fireEvent.click(box('Analytics'))
    fireEvent.click(button('Save choices'))
    expect(store.getState().grant.categories).toEqual(['essential', 'functional'])
    expect(jar.get('visits')).toBeUndefined()
    expect(jar.get('theme')).toBe('dark')
  })

  it.each([
    ['Accept all', ['essential', 'functional', 'analytics', 'marketing']],
    ['Reject all', ['essential']],
  ])('decides by "%s" whatever is ticked, and closes', (name, categories) => {
    const { store } = renderPanel()
    const dialog = open()
    fireEvent.click(box('Analytics'))
    fireEvent.click(button(name))
    expect(store.getState().grant.categories).toEqual(categories)
    expect(dialog).not.toHaveAttribute('open')
  })

  it.each(['Accept all', 'Reject all', 'Save choices'])('does not take the second click of two for "%s"', (name) => {
    const { store } = renderPanel()
    open()
    fireEvent.click(button(name), { detail: 2 })
    expect(store.getState()).toMatchObject({ status: 'undecided', open: true })
    fireEvent.click(button(name), { detail: 1 })
    expect(store.getState()).toMatchObject({ status: 'decided', open: false })
  })

  it('drops what was ticked when it is closed', () => {
    const { store } = renderPanel()
    const dialog = open()
    fireEvent.click(box('Analytics'))
    fireEvent.click(button('Close'))
    expect(dialog).not.toHaveAttribute('open')
    expect(store.getState()).toMatchObject({ status: 'undecided', open: false, draft: { categories: ['essential'] } })
    open()
    expect(box('Analytics')).not.toBeChecked()
  })

  it('keeps what is being ticked while another tab decides, and follows once it is closed', () => {
    const { jar } = renderPanel()
    open()
    fireEvent.click(box('Analytics'))
    act(() => void jar.set('cookie_consent', 'true'))
    expect(box('Analytics')).toBeChecked()
    expect(box('Marketing')).not.toBeChecked()
    fireEvent.click(button('Close'))
    open()
    expect(box('Marketing')).toBeChecked()
  })

  it('opens and closes in a DOM whose dialogs have no methods, as that of a test may', () => {
    const methods = ['showModal', 'close', 'show'] as const
    const own = Object.getOwnPropertyDescriptors(HTMLDialogElement.prototype)
    for (const name of methods) Reflect.deleteProperty(HTMLDialogElement.prototype, name)
    try {
      renderPanel()
      const dialog = open()
      expect(dialog).toHaveAttribute('open')
      fireEvent.click(button('Save choices'))
      expect(dialog).not.toHaveAttribute('open')
    } finally {
      for (const name of methods) Object.defineProperty(HTMLDialogElement.prototype, name, own[name])
    }
  })

  it('does not open by itself when it comes again', async () => {
    const shop = openShop()
    const page = (isThere: boolean) => (
      <shop.wrapper>
        {isThere && <PreferencesPanel />}
        <PreferencesButton />
      </shop.wrapper>
    )
    const { rerender } = render(page(true))
    open()
    rerender(page(false))
    await act(() => Promise.resolve())
    expect(shop.store.getState().open).toBe(false)
    rerender(page(true))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('closes the banner, too, once a choice is saved', () => {
    const shop = openShop()
    render(
      <shop.wrapper>
        <ConsentBanner />
      </shop.wrapper>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Customize' }))
    fireEvent.click(button('Save choices'))
    expect(screen.queryByRole('region')).toBeNull()
    expect(shop.store.getState().grant.categories).toEqual(['essential'])
  })

  it('holds the children that it is given', () => {
    renderPanel(
      openShop(),
      <PreferencesPanel>
        <Panel.Title>Cookie preferences</Panel.Title>
        <Panel.Category category="analytics" />
        <Panel.Save>Keep</Panel.Save>
      </PreferencesPanel>,
    )
    open()
    expect(screen.getAllByRole('checkbox')).toHaveLength(1)
    fireEvent.click(button('Keep'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
