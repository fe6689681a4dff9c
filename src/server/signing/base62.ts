const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A whole number, zero or more, in the digits that Django writes timestamps with (`django.core.signing.b62_encode`). */
export function toBase62(number: number): string {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) text = DIGITS.charAt(rest % 62) + text
  return text || '0'
}

/** The number of a text of base 62; `undefined` for other text and for numbers that are not exact. */
export function fromBase62(text: string): number | undefined {
  let number = text ? 0 : NaN
  for (let i = 0; i < text.length; i++) {
    const digit = DIGITS.indexOf(text.charAt(i))
    number = digit < 0 ? NaN : number * 62 + digit
  }
  return Number.isSafeInteger(number) ? number : undefined
}
