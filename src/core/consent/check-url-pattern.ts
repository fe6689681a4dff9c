import { ConsentError } from '../errors.js'

// A host, with all below it or not, with a port or not, and the beginning of a path; or such a path alone.
const URL_PATTERN =
  /^(?:(?:\*\.)?(?:[a-z\d_-]+(?:\.[a-z\d_-]+)*|\[[\da-f:.]+\])(?::\d+)?(?:\/[^\s#]*)?|\/(?!\/)[^\s#]*)$/i

/** Throws for a pattern of `urls` that would match nothing, or every page of this site. */
export function checkUrlPattern(pattern: unknown, owner: string): void {
  if (pattern instanceof RegExp) return
  if (typeof pattern !== 'string' || !URL_PATTERN.test(pattern) || /^\/\**$/.test(pattern))
    throw new ConsentError(
      'invalid-pattern',
      `A URL of "${owner}" is declared as ${JSON.stringify(pattern)}, which matches nothing, or all there is. Use a host ("plausible.io"), a host with all below it ("*.hotjar.com"), either with the beginning of a path ("www.google.com/maps/embed"), a path of this site ("/vendor/"), or a RegExp; without a scheme, and ASCII as in the address bar's "xn--…".`,
    )
}
