/**
 * Writes a value for the wire exactly as Python's `http.cookies` does, so that Django reads it unaided: as it is where
 * it is a token (or has colons), otherwise in double quotes with `\"`, `\\` and octal escapes of Latin-1 characters.
 * Characters beyond U+00FF stay: a header carries them as the bytes of their UTF-8, which Django decodes.
 *
 * @example
 * ```ts
 * import { encodePythonValue } from 'assent/core'
 *
 * encodePythonValue('a, b') // '"a\\054 b"'
 * ```
 */
export function encodePythonValue(value: string): string {
  if (/^[\w!#$%&'*+.:^`|~-]+$/.test(value)) return value
  return `"${value.replace(/[^ !#-+\--:<-[\]-~\u0100-\uffff]/g, escape)}"`
}

function escape(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}
