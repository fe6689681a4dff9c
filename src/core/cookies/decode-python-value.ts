/**
 * Reads a cookie's value exactly as Python's `http.cookies`, and so Django, does: `"…"` is unquoted, with `\"`, `\\` and
 * `\ooo` (octal, Latin-1) as escapes; anything else, percent signs too, means itself. For values that Python signed.
 *
 * @example
 * ```ts
 * import { decodePythonValue } from 'assent/core'
 *
 * decodePythonValue('"a\\054 b"') // 'a, b'
 * decodePythonValue('%41') // '%41'
 * ```
 */
export function decodePythonValue(wire: string): string {
  return /^".*"$/s.test(wire) ? wire.slice(1, -1).replace(/\\([0-3][0-7]{2}|[^\n])/g, unescape) : wire
}

function unescape(_: string, escaped: string): string {
  return escaped[1] ? String.fromCharCode(parseInt(escaped, 8)) : escaped
}
