import { act, render, screen } from '@testing-library/react'
import { ConsentGate, type ConsentError } from 'assent'
import { useEffect } from 'react'
import { expect, it, vi } from 'vitest'
import { openShop } from '../react/shop.js'

it('renders its children only while the category is granted', () => {
  const { wrapper: Wrapper, store } = openShop()
  const mounts: string[] = []
  const Tool = () => {
    useEffect(() => {
      mounts.push('on')
      return () => void mounts.push('off')
    }, [])
    return <p>Measured</p>
  }
  render(
    <Wrapper>
      <ConsentGate category="analytics" fallback={<p>Not measured</p>}>
        <Tool />
      </ConsentGate>
    </Wrapper>,
  )
  expect(mounts).toEqual([])
  expect(screen.getByText('Not measured').parentElement).toHaveAttribute('data-assent', 'gate')
  expect(screen.getByText('Not measured').parentElement).toHaveAttribute('data-category', 'analytics')
  act(() => void store.save({ categories: ['analytics'] }))
  expect(screen.getByText('Measured')).toBeInTheDocument()
  expect(screen.queryByText('Not measured')).toBeNull()
  act(() => void store.rejectAll())
  expect(screen.queryByText('Measured')).toBeNull()
  expect(mounts).toEqual(['on', 'off'])
})

it('adds no element around its children, and none at all without a fallback', () => {
  const { wrapper: Wrapper } = openShop(['analytics'])
  const { container } = render(
    <Wrapper>
      <ConsentGate category="analytics">on</ConsentGate>
      <ConsentGate category="marketing">off</ConsentGate>
    </Wrapper>,
  )
  expect(container.innerHTML).toBe('on')
})

it('takes a service, and conditions', () => {
  const { wrapper: Wrapper, store } = openShop()
  const { container } = render(
    <Wrapper>
      <ConsentGate service="meta" fallback="no pixel">
        pixel
      </ConsentGate>
      <ConsentGate when={{ and: ['analytics', { not: 'marketing' }] }}>, measured alone</ConsentGate>
      <ConsentGate when={{ or: ['functional', { service: 'meta' }] }}>, either</ConsentGate>
    </Wrapper>,
  )
  expect(screen.getByText('no pixel')).toHaveAttribute('data-service', 'meta')
  act(() => void store.save({ categories: ['analytics'] }))
  expect(container).toHaveTextContent('no pixel, measured alone')
  act(() => void store.save({ categories: ['analytics', 'marketing'] }))
  expect(container).toHaveTextContent('pixel, either')
  act(() => void store.save({ categories: ['marketing'], services: [] }))
  expect(container).toHaveTextContent(/^no pixel$/)
})

it('says so when the service is not declared, wherever it stands in a condition', () => {
  const { wrapper: Wrapper } = openShop()
  vi.spyOn(console, 'error').mockImplementation(() => undefined) // React reports what it rethrows
  expect(() =>
    render(
      <Wrapper>
        <ConsentGate when={{ or: ['analytics', { not: { service: 'metta' } }] }}>on</ConsentGate>
      </Wrapper>,
    ),
  ).toThrow(expect.objectContaining({ code: 'unknown-service' }) as ConsentError)
})

it('says so when the category is not declared', () => {
  const { wrapper: Wrapper } = openShop(['analytics'])
  vi.spyOn(console, 'error').mockImplementation(() => undefined) // React reports what it rethrows
  expect(() =>
    render(
      <Wrapper>
        <ConsentGate category="unheard">on</ConsentGate>
      </Wrapper>,
    ),
  ).toThrow(expect.objectContaining({ code: 'unknown-category' }) as ConsentError)
})
