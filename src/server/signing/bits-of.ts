import { COMMON_WORDS, FAMOUS, LETTER_PAIRS, WALKS } from './known-texts.js'

/** What a reader who knows the rest has to be told of a part of a text, in bits. */
const DIGIT = Math.log2(10)
const LETTER = Math.log2(26)
/** A letter where small ones, capitals and digits follow each other without the rules that words have. */
const LETTER_OF_EITHER_CASE = Math.log2(52)
const SYMBOL = 5
const SEPARATOR = 1
const BYTE = 8
/** A repetition, a sequence, a walk on a keyboard, a text that everybody knows: each character of it. */
const EXPECTED = 0.2
const COMMON_WORD = 4
/** Any other word: one of the 7776 of a list for passphrases. In a sentence, the words before it say more of it. */
const WORD = Math.log2(7776)
const WORD_OF_SENTENCE = 8
const GRAMMAR =
  /(?<![a-z])(?:the|of|and|to|in|is|it|my|be|on|are|at|as|by|or|an|we|you|your|he|she|his|her|our|us|me|was|for|that|this|with|have|has|not|from|they|their|will|would|can|do|if|no|so|but|what|who|how|when|where)(?![a-z])/g

/** Capitals that begin no word, and letters after a digit: a text has few of them, and characters at random have many. */
const IRREGULAR = /[A-Z](?![a-z]{2})|\d[A-Za-z]/g
/** The letters of words. Among characters at random only those that stand alone. */
const ANYWHERE = /[A-Z][a-z]{2,}|[a-z]{3,}|[A-Z]{3,}/g
const DELIMITED = /(?<![A-Za-z\d])(?:[A-Z]?[a-z]{2,}|[A-Z]{3,})(?![A-Za-z\d])/g

const LONGEST_WORD = Math.max(...Array.from(COMMON_WORDS, ({ length }) => length))
const PAIRS = new Set(Array.from(WALKS, (key, i) => [key + WALKS.charAt(i + 1), WALKS.charAt(i + 1) + key]).flat())
const FAMOUS_GRAMS = new Set(
  FAMOUS.flatMap((text) => [text, text.replaceAll('-', '')]).flatMap((text) => gramsOf(text, 6)),
)

/**
 * Estimates how many bits somebody must guess who knows how people make up secrets: the length of the shortest description
 * of a text as repetitions, sequences, words and single characters. Takes time in proportion to the length.
 */
export function bitsOf(secret: string): number {
  const lower = secret.toLowerCase()
  const isExpected = expectedIn(lower)
  const isMixed = /[a-z]/.test(secret) && lower !== secret && (secret.match(IRREGULAR) ?? []).length > 3
  const letter = isMixed ? LETTER_OF_EITHER_CASE : LETTER
  const words = wordsIn(secret, isMixed ? DELIMITED : ANYWHERE)
  const isSentence =
    (
      secret
        .replace(/(?=[A-Z][a-z])/g, ' ')
        .toLowerCase()
        .match(GRAMMAR) ?? []
    ).length > 1
  const [word, perLetter] = isSentence ? [WORD_OF_SENTENCE, 1.2] : [WORD, 1.7] // a long one may be several words
  const spelt = replaced(lower, '013457@$!', 'oieastasi') // as in p4ssw0rd
  const isText = !/[^ -~]/.test(secret)
  const least = new Float64Array(secret.length + 1) // bits of the first characters, by their number
  for (let end = 1; end <= secret.length; end++) {
    let bits =
      bitsAt(least, end - 1) + (isExpected[end - 1] ? EXPECTED : isText ? literal(lower.charAt(end - 1), letter) : BYTE)
    const start = words.get(end)
    if (start !== undefined) bits = Math.min(bits, bitsAt(least, start) + Math.max(word, perLetter * (end - start)))
    // Words end with a letter, or with what is spelt for one.
    for (let length = 2; /[a-z]/.test(spelt.charAt(end - 1)) && length <= Math.min(LONGEST_WORD, end); length++) {
      const isCommon =
        COMMON_WORDS.has(lower.slice(end - length, end)) ||
        (length > 3 && COMMON_WORDS.has(spelt.slice(end - length, end)))
      if (isCommon) bits = Math.min(bits, bitsAt(least, end - length) + COMMON_WORD)
    }
    least[end] = bits
  }
  return bitsAt(least, secret.length)
}

function bitsAt(least: Float64Array, length: number): number {
  return least[length] ?? Infinity
}

function literal(character: string, letter: number): number {
  if (/\d/.test(character)) return DIGIT
  if (/[a-z]/.test(character)) return letter
  return /[ _.,:;-]/.test(character) ? SEPARATOR : SYMBOL
}

/** Finds letters that read like an English word, or like several without a space. Gives where each starts, by its end. */
function wordsIn(secret: string, shape: RegExp): Map<number, number> {
  const found = new Map<number, number>()
  for (const { 0: letters, index } of secret.matchAll(shape)) {
    const text = letters.toLowerCase()
    const usual = gramsOf(text, 2).filter((pair) => LETTER_PAIRS.has(pair)).length
    // The more letters, the nearer is chance to the mean.
    if (usual >= (text.length > 12 ? 0.92 : text.length > 6 ? 0.8 : 0.75) * (text.length - 1))
      found.set(index + text.length, index)
  }
  return found
}

/** Finds the characters that what stands before them predicts, or what everybody knows. */
function expectedIn(lower: string): Uint8Array {
  const text = replaced(lower, '!@#$%^&*()', '1234567890') // the same keys, with Shift
  const expected = new Uint8Array(text.length)
  const mark = (from: number, to: number): void => void expected.fill(1, from, to)
  for (let lag = 1; lag <= 4; lag++)
    markRuns(text, mark, (i) => i >= 2 * lag && stepAt(text, i, lag) === stepAt(text, i - lag, lag))
  markRuns(text, mark, (i) => PAIRS.has(text.slice(i - 1, i + 1)))
  gramsOf(lower, 6).forEach((gram, i) => {
    if (FAMOUS_GRAMS.has(gram)) mark(i, i + 6)
  })
  const firsts = new Map<string, number>()
  gramsOf(text, 4).forEach((gram, i) => {
    const first = firsts.get(gram)
    if (first === undefined) firsts.set(gram, i)
    else mark(i, i + 4)
  })
  return expected
}

function gramsOf(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length))
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
