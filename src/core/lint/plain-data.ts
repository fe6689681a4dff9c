import { byteLength, MAX_NAME_VALUE_BYTES } from '../cookies/limits.js'
import { decodeValue } from '../cookies/cookie-value.js'
import { parseJson } from '../json.js'
import type { SetCookieParts } from '../cookies/parse-set-cookie.js'

/** The kinds of data that a cookie should not hold in plain text. */
export type PlainDataCode =
  'personal-data' | 'payment-card' | 'plain-secret' | 'unsigned-identity' | 'unsigned-amount' | 'large-value'

/**
 * Finds data that anyone can read or edit in a cookie, and should not (RFC 6265bis §8.3). A line says little about the
 * meaning of a value, so only unmistakable data is reported.
 */
export function findPlainData({ name, value }: SetCookieParts): PlainDataCode[] {
  const codes: PlainDataCode[] = []
  const text = decodeValue(value)
  const texts = [text, ...claimsIn(text)]
  const fields = [[name, text] as const, ...texts.flatMap(fieldsOf)]
  if (texts.some((part) => EMAIL.test(part))) codes.push('personal-data')
  if (texts.some(hasGroupedCard) || fields.some(([key, held]) => CARD_NAME.test(wordsOf(key)) && isCard(held)))
    codes.push('payment-card')
  if (fields.some(([key, held]) => SECRET_NAME.test(wordsOf(key)) && !SWITCH.test(held))) codes.push('plain-secret')
  if (text !== '' && !isOpaque(text)) {
    const readable = [[name, text] as const, ...fieldsOf(text)]
    if (readable.some(([key]) => IDENTITY_NAME.test(wordsOf(key)))) codes.push('unsigned-identity')
    if (readable.some(([key, held]) => AMOUNT_NAME.test(wordsOf(key)) && AMOUNT.test(held)))
      codes.push('unsigned-amount')
  }
  const bytes = byteLength(name) + byteLength(value)
  if (bytes > LARGE && bytes <= MAX_NAME_VALUE_BYTES) codes.push('large-value')
  return codes
}

// Four cookies of this size fill a Cookie header of 8192 bytes.
const LARGE = 2048

const EMAIL = /[\w.%+-]{1,64}@(?:[a-z\d-]{1,63}\.)+[a-z]{2}/i

// Only the last words of a name count: "password_reset" and "secretary" hold no secret.
const SECRET_NAME =
  /(?:^|[-_.])(?:pass(?:word|wd|phrase)|pwd|(?:api|private|secret)[-_]?key|client[-_]?secret|cv[cv]2?|ssn|iban)$/
const IDENTITY_NAME =
  /(?:^|[-_.])(?:(?:account|customer|user)[-_]?id|is[-_]?(?:admin|staff|superuser)|admin|permissions?|roles?)$/
// "total_pages", "results_total" and "show_price" hold no amount of money.
const AMOUNT_NAME =
  /^(?!(?:show|hide|with|has|is|sort|filter)[-_.])(?:.*[-_.])?(?:amount|balance|cost|credits?|discount|fee|price|subtotal|(?<!(?:pages?|items|results?|records?|rows?|views?|visits?|users?|hits?|steps?|slides?)[-_.])totals?)(?:[-_.](?:cents?|eur|gbp|usd|net|gross))?$/
const AMOUNT = /^(?:[a-z]{3} ?|\p{Sc} ?)?[+-]?\d{1,12}(?:[.,'\u2019]\d{1,3}){0,5} ?(?:%|\p{Sc}|[a-z]{3})?$/iu

const CARD_NAME = /card|(?:^|[-_.])(?:cc|pan)(?:$|[-_.])/

// The value of "show_password=1" is a switch, not a password.
const SWITCH = /^(?:|[01]|true|false|yes|no|on|off|null)$/i

/** Finds JSON in base64url. JSON Web Tokens and Django's signed objects carry it: signed, but readable. */
function claimsIn(text: string): string[] {
  const runs = text.match(/(?<![\w-])eyJ[\w-]+/g) ?? []
  // atob throws for a length that leaves one character over, which is not valid base64.
  return runs.filter((run) => run.length % 4 !== 1).map((run) => atob(run.replace(/-/g, '+').replace(/_/g, '/')))
}

function fieldsOf(text: string): (readonly [key: string, held: string])[] {
  const json = /^\s*\{/.test(text) ? parseJson(text) : undefined
  return Object.entries(json ?? {}).map(([key, held]: [string, unknown]) => [
    key,
    typeof held === 'string' || typeof held === 'number' ? String(held) : '',
  ])
}

/** Writes a name in lower case, with camelCase split by underscores. */
function wordsOf(name: string): string {
  return name.replace(/([a-z])(?=[A-Z])/g, '$1_').toLowerCase()
}

/** Whether a text ends like a signature, a sealed value or an id that is too long to guess, so that nobody can forge it. */
function isOpaque(text: string): boolean {
  return /^[\w+/=-]{27}$/.test(text.slice(-27))
}

// Only grouped digits count: 16 digits without gaps are more often an id than a card. A UUID may contain such groups.
function hasGroupedCard(text: string): boolean {
  const groups = /(?<![\w.-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}|3\d{3}([ -])\d{6}\2\d{5})(?![\w.-])/g
  return (text.match(groups) ?? []).some(isCard)
}

/** Whether a text has a card brand's first digits, its length, and the check digit of ISO/IEC 7812-1. */
function isCard(text: string): boolean {
  const digits = text.replace(/[ -]/g, '')
  if (!/^(?:3[4-8]\d{12,13}|4\d{12}(?:\d{3}){0,2}|(?:2[2-7]|5[0-8]|6\d)\d{14})$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const weighed = Number(digits.at(-1 - i)) * (i % 2 ? 2 : 1)
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
