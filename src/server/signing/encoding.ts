import { Unzlib } from 'fflate'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Writes a non-negative whole number in base 62, with the digits that Django uses (`django.core.signing.b62_encode`). */
export function toBase62(number: number): string {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) text = DIGITS.charAt(rest % 62) + text
  return text || '0'
}

/** Reads a base 62 number. Gives `undefined` for other text, and for numbers too large to be exact. */
export function fromBase62(text: string): number | undefined {
  let number = text ? 0 : NaN
  for (let i = 0; i < text.length; i++) {
    const digit = DIGITS.indexOf(text.charAt(i))
    number = digit < 0 ? NaN : number * 62 + digit
  }
  return Number.isSafeInteger(number) ? number : undefined
}

/** Encodes bytes as base64url without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Decodes base64url. Only the canonical form is accepted, so that no two texts decode to the same bytes. Padding, other
 * characters and unused bits that are set give `undefined` (RFC 4648 §3.5).
 */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )
  return toBase64Url(bytes) === text ? bytes : undefined
}

/** Deflate turns one byte into at most 1,032, so a small piece stays small when it is inflated. */
const PIECE_BYTES = 256

/** Inflates zlib data (RFC 1950). Gives `undefined` if the result exceeds `maxBytes`, or if the data is not valid. */
export function inflate(data: Uint8Array, maxBytes: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = []
  const sum = { bytes: 0, isComplete: false }
  const stream = new Unzlib((piece, isLast) => {
    pieces.push(piece)
    sum.bytes += piece.length
    sum.isComplete = isLast
  })
  try {
    for (let at = 0; at < data.length && sum.bytes <= maxBytes; at += PIECE_BYTES)
      stream.push(data.slice(at, at + PIECE_BYTES), at + PIECE_BYTES >= data.length)
  } catch (error) {
    if (isDataError(error)) return undefined
    throw error
  }
  if (!sum.isComplete || sum.bytes > maxBytes) return undefined
  const text = new Uint8Array(sum.bytes)
  let end = 0
  for (const piece of pieces) {
    text.set(piece, end)
    end += piece.length
  }
  return text
}

/** Whether fflate found the data invalid: such errors have a numeric code. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'number'
}
