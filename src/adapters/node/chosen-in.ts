import { isOver } from '../../core/cookies/attributes.js'
import { encodeValue } from '../../core/cookies/cookie-value.js'
import { parseAttributes, parseSetCookie, splitSetCookie } from '../../core/cookies/parse-set-cookie.js'
import { isOwnCookie, type Consent } from '../../core/declaration/consent.js'
import { placeKey } from '../../core/decision/places.js'

/**
 * Gives the `Cookie` header of the visitor's next request if the lines of a reply set or delete the record. The other cookies of
 * the reply follow that choice. A line that deletes is no choice, and takes back what stood in its place.
 */
export function chosenIn(lines: readonly string[], consent: Consent, now: number): string | undefined {
  // The signature's name begins with the record's, too.
  if (!lines.some((line) => line.includes(consent.cookie.name))) return undefined
  const held = new Map<string, string>()
  let isTouched = false
  for (const line of lines) {
    const { name = '', value = '', ...place } = parseSetCookie(line) ?? {}
    if (!isOwnCookie(consent, name)) continue
    isTouched ||= name === consent.cookie.name
    const key = `${name} ${placeKey(place)}`
    if (mayDelete(line, now)) held.delete(key)
    else held.set(key, `${name}=${encodeValue(value)}`)
  }
  return isTouched ? [...held.values()].join('; ') : undefined
}

/** Whether a line deletes, or some browser reads it so: they differ over lifetimes that are not plain, such as `Max-Age=0; Max-Age=x`. */
function mayDelete(line: string, now: number): boolean {
  const parts = splitSetCookie(line)
  return parts.attributes.some((attribute) => {
    const [name] = attribute
    const read = parseAttributes({ ...parts, attributes: [attribute] })
    if (name === 'max-age') return read.maxAge === undefined || isOver(read, now)
    return name === 'expires' && (read.expires === undefined || isOver(read, now))
  })
}
