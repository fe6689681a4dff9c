import { encodeValue } from '../cookies/cookie-value.js'
import { MAX_NAME_VALUE_BYTES } from '../cookies/limits.js'
import { ConsentError } from '../errors.js'

/** The longest values that a record holds besides ids. */
const REST = {
  timestamp: '2026-01-01T00:00:00.000Z',
  version: 1000,
  id: '0'.repeat(40),
  via: 'withdraw',
  language: 'zh-Hant-TW',
  refused: [],
  among: -2147483648,
}

/**
 * Throws if a choice may not fit into its cookie. The record lists either the granted services or the refused ones, so it
 * holds at most half of them, by length. Called only in development builds.
 */
export function checkRecordSize(name: string, categories: readonly string[], services: readonly string[]): void {
  const sizeOf = (value: unknown): number => encodeValue(JSON.stringify(value)).length
  const half = sizeOf(services) / 2
  const size = Math.ceil(name.length + sizeOf({ categories, services: [], ...REST }) + half)
  if (size > MAX_NAME_VALUE_BYTES)
    throw new ConsentError(
      'invalid-config',
      `A choice may take ${size} bytes in the cookie "${name}", because it lists ${categories.length} categories and up to half of ${services.length} services. Browsers drop a cookie of more than ${MAX_NAME_VALUE_BYTES} bytes, so the visitor would be asked again on every page. Shorten the ids, or combine services that belong together.`,
    )
}
