import { fromBase64Url } from './encoding.js'

const MIN_LENGTH = 32
const MIN_DISTINCT = 5
/** How many characters must be left that nothing below predicts. A sentence of uncommon words has more, too. */
const MIN_SURPRISES = 12

/** Gives what is wrong with a secret; `undefined` if nobody can guess it. */
export function faultOf(secret: string | undefined): string | undefined {
  if (!secret) return 'is missing or empty'
  if (secret.length < MIN_LENGTH) return `has fewer than ${MIN_LENGTH} characters`
  if (new Set(secret).size < MIN_DISTINCT) return `has fewer than ${MIN_DISTINCT} distinct characters`
  if (secret.startsWith('django-insecure-')) return 'was made by Django for development'
  if (TEMPLATE.test(secret) || PLACEHOLDER.test(secret.toLowerCase().replace(/[^a-z\d]+/g, '_')))
    return 'is a placeholder'
  if (surprisesIn(secret) < MIN_SURPRISES || decoded(secret).some((text) => surprisesIn(text) < text.length / 2))
    return 'consists of words, sequences or repetitions'
  return undefined
}

/** What stands in templates and examples, to be replaced. Other characters around it make it no secret. */
const PLACEHOLDER =
  /(?:change|replace|insert|fill|edit)_?(?:me|this|it|in|here)(?![a-z])|your_?(?:own_?)?(?:\w{0,12}_)?(?:secret|key|token|password)|(?:secret|key|password|token)_?(?:goes_?)?here(?![a-z])|place_?holder|insecure|do_?not_?use|not_?(?:so_?|a_?|very_?)*secret|example_?(?:secret|key)|dummy|of_your_site|openssl_rand|process_env|import_meta_env|123e4567_e89b_12d3/

/** A variable that nobody put a value in for. */
const TEMPLATE = /^(?:\$\{\w+\}|\{\{ *\w+ *\}\}|<[\w -]+>|%\w+%|\$\w+)$/

/** Words that people make secrets of. */
const WORDS =
  'abc|access|admin|api|application|app|at|auth|bar|base|battery|baz|bits|bit|bytes|byte|cafebabe|cat|change|characters|character|char|client|config|cookie|correct|crypto|database|deadbeef|default|demo|development|dev|django|dolor|dragon|encryption|example|express|fixme|flask|foo|for|generated|generate|goes|hello|here|hmac|horse|hunter|in|ipsum|is|it|jwt|keyboard|key|laravel|least|length|letmein|localhost|local|login|long|lorem|love|master|me|minimum|must|my|next|node|not|one|only|or|our|passphrase|password|passwd|pass|phrase|please|private|production|prod|public|qux|random|react|replace|root|safe|salt|sample|secrets|secret|secure|server|session|should|signature|signing|sign|staging|staple|string|strong|super|testing|test|text|todo|token|to|top|user|value|very|webapp|website|web|welcome|with|world|your|you'

/** Letters that are words from end to end, and words of four letters and more wherever they stand. */
const WHOLE = new RegExp(`(?<![a-z])(?:${WORDS})+(?![a-z])`, 'g')
const LONG = new RegExp(
  WORDS.split('|')
    .filter((word) => word.length > 3)
    .join('|'),
  'g',
)

/** Keys that lie side by side, in rows and in columns. */
const WALKS =
  '1234567890 qwertyuiop qwertzuiop azertyuiop asdfghjkl zxcvbnm yxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p'
const PAIRS = new Set(Array.from(WALKS, (key, i) => [key + WALKS.charAt(i + 1), WALKS.charAt(i + 1) + key]).flat())

/** Counts the characters that neither words, nor sequences, nor repetitions predict. */
function surprisesIn(secret: string): number {
  const lower = secret.toLowerCase()
  const text = replaced(lower, '!@#$%^&*()', '1234567890') // the same keys, with Shift
  const expected = new Set<number>()
  const mark = (from: number, to: number): void => {
    for (let i = from; i < to; i++) expected.add(i)
  }
  const spelt = replaced(lower, '013457@$!', 'oieastasi') // as in p4ssw0rd
  for (const found of [...lower.matchAll(WHOLE), ...lower.matchAll(LONG), ...spelt.matchAll(LONG)])
    mark(found.index, found.index + found[0].length)
  for (let lag = 1; lag <= 4; lag++)
    markRuns(text, mark, (i) => i >= 2 * lag && stepAt(text, i, lag) === stepAt(text, i - lag, lag))
  markRuns(text, mark, (i) => PAIRS.has(text.slice(i - 1, i + 1)))
  for (let i = 4; i <= text.length; i++) if (text.indexOf(text.slice(i - 4, i)) < i - 4) mark(i - 4, i)
  // What follows one of these is a separator.
  for (const { index } of text.matchAll(/[ _.,:;-]/g)) if (expected.has(index - 1)) expected.add(index)
  return text.length - expected.size
}

function stepAt(text: string, i: number, lag: number): number {
  return text.charCodeAt(i) - text.charCodeAt(i - lag)
}

/** Marks the characters that a rule predicts, three in a row at least: fewer are chance. */
function markRuns(text: string, mark: (from: number, to: number) => void, isExpected: (i: number) => boolean): void {
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && isExpected(i)) continue
    if (i - start >= 3) mark(start, i)
    start = i + 1
  }
}

function replaced(text: string, from: string, to: string): string {
  return text.replace(/[^]/g, (character) =>
    from.includes(character) ? to.charAt(from.indexOf(character)) : character,
  )
}

/** The bytes, as characters, of a secret that is hex or base64: a poor text does not become good by encoding. */
function decoded(secret: string): string[] {
  const hex = /^(?:[\da-f]{2})+$/i.test(secret) ? secret.match(/../g)?.map((byte) => parseInt(byte, 16)) : undefined
  const base64 = fromBase64Url(secret.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'))
  return [hex, base64].flatMap((bytes) => (bytes ? [String.fromCharCode(...bytes)] : []))
}
