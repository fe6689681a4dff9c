import type * as NodeCrypto from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'

const timingSafeEqual = vi.hoisted(() => vi.fn())
vi.mock('node:crypto', async (load) => {
  const crypto = await load<typeof NodeCrypto>()
  timingSafeEqual.mockImplementation(crypto.timingSafeEqual)
  return { ...crypto, timingSafeEqual }
})

vi.resetModules() // another test may have loaded them without the mock
const { crypto: node } = await import('../../../src/server/signing/crypto/node.js')
const { crypto: portable } = await import('../../../src/server/signing/crypto/portable.js')

afterEach(() => vi.unstubAllGlobals())

it('Node compares by its own function', () => {
  timingSafeEqual.mockClear()
  expect(node.isEqual('abc', 'abd')).toBe(false)
  expect(node.isEqual('abc', 'abc')).toBe(true)
  expect(timingSafeEqual).toHaveBeenCalledTimes(2)
})

it('Workers compare by theirs', () => {
  const equal = vi.fn(() => true)
  vi.stubGlobal('crypto', { subtle: { timingSafeEqual: equal } })
  expect(portable.isEqual('abc', 'abd')).toBe(true) // what the stub says
  expect(portable.isEqual('abc', 'abcd')).toBe(false)
  expect(equal).toHaveBeenCalledTimes(1)
})

it.each([undefined, {}, { subtle: {} }])('where the platform has none, every byte is compared: %j', (crypto) => {
  vi.stubGlobal('crypto', crypto)
  expect(portable.isEqual('abc', 'abd')).toBe(false)
  expect(portable.isEqual('', '')).toBe(true)
  expect(portable.isEqual('é', 'é')).toBe(true)
})
