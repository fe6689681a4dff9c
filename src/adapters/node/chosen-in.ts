import { encodeValue } from '../../core/cookies/encode-value.js'
import { parseSetCookie } from '../../core/cookies/parse-set-cookie.js'

/** A reply that sets or deletes the record itself is judged by what it chooses: the headers as they will be sent next. */
export function chosenIn(lines: readonly string[], record: string, headers: Headers): Headers | undefined {
  const own = lines
    .map((line) => parseSetCookie(line))
    .filter((cookie) => cookie !== undefined)
    .filter(({ name }) => name === record || name === `${record}.sig`)
  if (!own.some(({ name }) => name === record)) return undefined
  const next = new Headers(headers)
  next.set('cookie', own.map(({ name, value }) => `${name}=${encodeValue(value)}`).join('; '))
  return next
}
