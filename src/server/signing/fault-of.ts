import { bitsOf } from './bits-of.js'
import { fromBase64Url } from './encoding.js'

const MIN_LENGTH = 32
const MIN_DISTINCT = 5
/** Six random words of a list of 7776 have more; five, and sentences, have less. */
const MIN_BITS = 75

/** Gives what is wrong with a secret; `undefined` if nobody can guess it. */
export function faultOf(secret: string | undefined): string | undefined {
  if (!secret) return 'is missing or empty'
  if (secret.length < MIN_LENGTH) return `has fewer than ${MIN_LENGTH} characters`
  if (new Set(secret).size < MIN_DISTINCT) return `has fewer than ${MIN_DISTINCT} distinct characters`
  if (secret.startsWith('django-insecure-')) return 'was made by Django for development'
  if (TEMPLATE.test(secret) || PLACEHOLDER.test(secret.toLowerCase().replace(/[^a-z\d]+/g, '_')))
    return 'is a placeholder'
  if (isPoor(secret)) return 'consists of words, sequences or repetitions, or is in well-known texts'
  return undefined
}

/** What stands in templates and examples, to be replaced. Other characters around it make it no secret. */
const PLACEHOLDER =
  /(?:change|replace|insert|fill|edit)_?(?:me|this|it|in|here)(?![a-z])|your_?(?:own_?)?(?:\w{0,12}_)?(?:secret|key|token|password)|(?:secret|key|password|token)_?(?:goes_?)?here(?![a-z])|place_?holder|insecure|do_?not_?use|not_?(?:so_?|a_?|very_?)*secret|example_?(?:secret|key)|dummy|of_your_site|openssl_rand|process_env|import_meta_env|123e4567_e89b_12d3/

/** A variable that nobody put a value in for. */
const TEMPLATE =
  /^(?:\$\{[\w .:?-]+\}|\$\([\w .-]+\)|[{[]{2}[\w .-]+[}\]]{2}|\{%[\w .]+%\}|<[\w %=.,:'"()[\]-]+>|%[\w().]+%|@@?\w+@@?|__[A-Z_]+__|\$\w+)$/

/** Whether too little of a secret must be guessed. A poor text does not become good by encoding, also twice. */
function isPoor(secret: string, depth = 0): boolean {
  return bitsOf(secret) < MIN_BITS || (depth < 3 && decoded(secret).some((text) => isPoor(text, depth + 1)))
}

/** The bytes, as characters, of a secret that is hex or base64. */
function decoded(secret: string): string[] {
  const hex = /^(?:[\da-f]{2})+$/i.test(secret) ? secret.match(/../g)?.map((byte) => parseInt(byte, 16)) : undefined
  const base64 = fromBase64Url(
    secret
      .replace(/(?<!=)=+$/, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
  )
  return [hex, base64].flatMap((bytes) =>
    bytes ? [Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')] : [],
  )
}
