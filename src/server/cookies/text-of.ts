import { codecFor } from '../../core/cookies/codec.js'
import type { CookieDefinition } from '../../core/cookies/define-cookie.js'
import { ConsentError } from '../../core/errors.js'

/** The text of a value, by its definition, or by what it is. Throws a `ConsentError` for what would not be read back. */
export function textOf(name: string, value: unknown, definition?: CookieDefinition): string {
  // Codecs of untyped values give what JSON.stringify does: undefined for a function.
  const codec = definition ?? codecFor({ default: value })
  const text = codec.encode(value) as string | undefined
  const isRead = (written: string): boolean => {
    const read = codec.decode(written)
    return definition ? definition.equals(read, value) : read !== undefined
  }
  if (text === undefined || value === undefined || typeof value === 'function' || !isRead(text))
    throw new ConsentError(
      'invalid-value',
      process.env.NODE_ENV !== 'production' &&
        `The cookie "${name}" was set to ${String(value)}, which would not be read back, so the next request would have another value. Set one of its values, or give it a schema; delete() deletes it.`,
    )
  return text
}
