import { act, fireEvent, render, screen } from '@testing-library/react'
import { PreferencesForm } from 'assent'
import { describe, expect, it } from 'vitest'
import { openShop, type Shop } from '../react/shop.js'

function renderForm(shop: Shop = openShop()): Shop {
  render(
    <shop.wrapper>
      <PreferencesForm />
    </shop.wrapper>,
  )
  return shop
}

const box = (name: string): HTMLElement => screen.getByRole('checkbox', { name: new RegExp(`^${name}`) })

describe('PreferencesForm', () => {
  it('is a form with a name, and has nothing ticked before a choice', () => {
    renderForm()
    expect(screen.getByRole('form', { name: 'Cookie preferences' })).toBeInTheDocument()
    for (const each of screen.getAllByRole('checkbox')) expect(each).not.toBeChecked()
  })

  it('has what is granted ticked, and follows other tabs', () => {
    const { jar } = renderForm(openShop(['analytics']))
    expect(box('Analytics')).toBeChecked()
    act(() => void jar.set('cookie_consent', 'true'))
    expect(box('Marketing')).toBeChecked()
  })

  it('says that a choice is saved, and keeps its ticks', () => {
    const { store } = renderForm()
    const status = screen.getByRole('status')
    expect(status).toBeEmptyDOMElement()
    fireEvent.click(box('Analytics'))
    fireEvent.click(screen.getByRole('button', { name: 'Save choices' }))
    expect(status).not.toBeEmptyDOMElement()
    expect(box('Analytics')).toBeChecked()
    expect(store.getState().grant.categories).toEqual(['essential', 'analytics'])
  })

  it('says so for a choice of the whole, too, and not for one of another tab', () => {
    const { jar } = renderForm()
    fireEvent.click(screen.getByRole('button', { name: 'Reject all' }))
    expect(screen.getByRole('status')).not.toBeEmptyDOMElement()
    act(() => void jar.set('cookie_consent', 'true'))
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })
})

it('says again that a choice was saved, after the next ticks', () => {
  renderForm()
  fireEvent.click(screen.getByRole('button', { name: 'Save choices' }))
  expect(screen.getByRole('status')).toHaveTextContent('Cookie preferences saved.')
  fireEvent.click(box('Analytics'))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  fireEvent.click(screen.getByRole('button', { name: 'Save choices' }))
  expect(screen.getByRole('status')).toHaveTextContent('Cookie preferences saved.')
})
