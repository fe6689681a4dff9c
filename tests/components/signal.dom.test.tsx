import { fireEvent, render, screen } from '@testing-library/react'
import { ConsentBanner, ConsentProvider, PreferencesForm, snapshotOf } from 'assent'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { consent, openShop } from '../react/shop.js'
import { sendSignal } from './send-signal.js'

const told = () => screen.queryAllByText(/Global Privacy Control/)

function show(children: ReactNode, granted?: Parameters<typeof openShop>[0], signal?: unknown) {
  if (signal !== undefined) onTestFinished(sendSignal(signal))
  const shop = openShop(granted)
  render(children, { wrapper: shop.wrapper })
  return shop
}

describe('Global Privacy Control', () => {
  it('is shown as honoured by the banner, and by the panel', () => {
    show(<ConsentBanner />, undefined, true)
    expect(told()).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Customize' }))
    expect(told()).toHaveLength(2)
  })

  it('is shown by the form, until the visitor decides', () => {
    const { store } = show(<PreferencesForm />, undefined, true)
    expect(told()).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Accept all' }))
    expect(told()).toEqual([])
    expect(store.getState().grant.categories).toContain('marketing')
  })

  it.each([undefined, false, 'true', 1])('is not spoken of when the browser sends %j', (signal) => {
    show(<ConsentBanner />, undefined, signal)
    expect(told()).toEqual([])
  })

  it.each([[[]], [['marketing'] as const]])('is not spoken of to a visitor who granted %j', (granted) => {
    show(<PreferencesForm />, granted, true)
    expect(told()).toEqual([])
  })

  it('is in the HTML of a server that was sent it', () => {
    const html = (headers: Readonly<Record<string, string>>) =>
      renderToString(
        <ConsentProvider consent={consent} snapshot={snapshotOf(new Headers(headers), consent)}>
          <ConsentBanner />
        </ConsentProvider>,
      )
    expect(html({ 'sec-gpc': '1' })).toContain('<p data-assent="signal">')
    expect(html({})).not.toContain('signal')
  })

  it('is told in words of your own', () => {
    onTestFinished(sendSignal())
    const { wrapper: Wrapper } = openShop(undefined, '', { messages: { gpc: 'Wir halten uns daran.' } })
    render(<PreferencesForm />, { wrapper: Wrapper })
    expect(screen.getByText('Wir halten uns daran.')).toBeVisible()
  })
})
