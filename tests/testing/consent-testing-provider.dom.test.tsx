import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ConsentBanner, defineConsent, useConsent, useConsentActions, useConsentStore, useCookie } from 'assent'
import { ConsentTestingProvider } from 'assent/testing'
import { StrictMode } from 'react'
import { expect, it, vi } from 'vitest'
import { site, theme } from '../fixtures/site.js'

const seen: string[] = []

function Probe() {
  const status = useConsentStore((state) => state.status)
  const granted = useConsentStore((state) => state.grant.categories.join(' '))
  const analytics = useConsent('analytics')
  const [value, setValue, { persisted }] = useCookie(theme)
  const { acceptAll } = useConsentActions()
  seen.push(status)
  return (
    <>
      <output>{`${status}: ${granted}; analytics ${String(analytics)}; theme ${value}, ${persisted ? 'kept' : 'not kept'}`}</output>
      <button onClick={() => setValue('dark')}>Dark</button>
      <button onClick={acceptAll}>Accept</button>
    </>
  )
}
const text = () => screen.getByRole('status').textContent

it('has an undecided visitor by default', () => {
  render(<ConsentTestingProvider consent={site} children={<Probe />} />)
  expect(text()).toBe('undecided: essential; analytics false; theme light, not kept')
})

it('has a visitor who refused all', () => {
  render(<ConsentTestingProvider consent={site} granted={[]} children={<Probe />} />)
  expect(text()).toBe('decided: essential; analytics false; theme light, not kept')
})

it('takes the words and the region of a provider', () => {
  const local = defineConsent({
    version: 1,
    categories: {
      told: { name: 'Told', description: '', regime: (region) => (region === 'US' ? 'opt-out' : 'opt-in') },
      asked: { name: 'Asked', description: '' },
    },
  })
  function Told() {
    return <output>{String(useConsentStore((state) => state.grant.categories.length))}</output>
  }
  render(
    <ConsentTestingProvider consent={local} region="US" locale="de" messages={{ title: 'Kekse?' }}>
      <ConsentBanner />
      <Told />
    </ConsentTestingProvider>,
  )
  expect(text()).toBe('1')
  expect(screen.getByRole('region', { name: 'Kekse?' })).toHaveAttribute('lang', 'de')
})

it('refuses to grant what nobody declared', () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const granted = ['analitics'] as unknown as ['analytics']
  expect(() => render(<ConsentTestingProvider consent={site} granted={granted} />)).toThrow('A test grants "analitics"')
})

it('has decided from the first render on', () => {
  seen.length = 0
  render(
    <StrictMode>
      <ConsentTestingProvider consent={site} granted={['analytics', 'functional']} cookies="theme=dark">
        <Probe />
      </ConsentTestingProvider>
    </StrictMode>,
  )
  expect(new Set(seen)).toEqual(new Set(['decided']))
  expect(text()).toBe('decided: essential functional analytics; analytics true; theme dark, kept')
})

it('keeps all in memory, for itself alone', async () => {
  const first = render(<ConsentTestingProvider consent={site} granted={['functional']} children={<Probe />} />)
  await userEvent.click(screen.getByRole('button', { name: 'Dark' }))
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
  expect(text()).toBe('decided: essential functional analytics marketing; analytics true; theme dark, kept')
  expect(document.cookie).toBe('')
  first.unmount()
  render(<ConsentTestingProvider consent={site} children={<Probe />} />)
  expect(text()).toBe('undecided: essential; analytics false; theme light, not kept')
})

it('tells of a decision', async () => {
  const onDecision = vi.fn()
  render(<ConsentTestingProvider consent={site} onDecision={onDecision} children={<Probe />} />)
  expect(onDecision).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
  expect(onDecision).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ via: 'accept' }), { reason: 'accept' })
})

it('takes any declaration, its cookie named otherwise too', () => {
  const consent = { ...site, cookie: { ...site.cookie, name: 'choice' } }
  render(<ConsentTestingProvider consent={consent} granted={['analytics']} children={<Probe />} />)
  expect(text()).toContain('decided: essential analytics')
})

it('posts no choice, whatever the endpoint', async () => {
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const consent = defineConsent({
    version: 1,
    categories: { analytics: { name: 'Analytics', description: 'Counts.' } },
    endpoint: '/consent',
  })
  const onDecision = vi.fn()
  render(<ConsentTestingProvider consent={consent} onDecision={onDecision} children={<ConsentBanner />} />)
  await userEvent.click(screen.getByRole('button', { name: 'Accept all' }))
  expect(onDecision).toHaveBeenCalledTimes(1)
  expect(fetch).not.toHaveBeenCalled()
})
