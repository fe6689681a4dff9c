import { trimWsp } from './trim-wsp.js'

/** A Set-Cookie line in its pieces, as they stand on the wire. */
export interface SetCookieParts {
  readonly name: string
  readonly value: string
  /** In their order; names in lower case, a missing value is empty. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

/** Cuts a Set-Cookie line at `;` and `=` and trims the pieces, without judging them. RFC 6265bis §5.6. */
export function splitSetCookie(line: string): SetCookieParts {
  const [pair = '', ...rest] = line.split(';')
  const equals = pair.indexOf('=')
  return {
    name: trimWsp(pair.slice(0, Math.max(equals, 0))),
    value: trimWsp(pair.slice(equals + 1)),
    attributes: rest.map((attribute) => {
      const end = attribute.includes('=') ? attribute.indexOf('=') : attribute.length
      return [trimWsp(attribute.slice(0, end)).toLowerCase(), trimWsp(attribute.slice(end + 1))] as const
    }),
  }
}
