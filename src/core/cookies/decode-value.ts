import { decodePythonValue } from './decode-python-value.js'

/**
 * Reads a cookie's value as whoever wrote it meant it. It never throws.
 *
 * - Percent-encoded text, as JavaScript writes it, is decoded. A run of escapes that is not UTF-8 stays as it is.
 * - `"…"` is unquoted, with the escapes of Python's `http.cookies` (Django). With a space or a backslash inside, which no
 *   percent-encoder leaves, the text is Python's own and `%41` in it means itself. Without, it is a percent-encoded
 *   value that a server has quoted (RFC 6265bis §4.1.1), and is decoded: `"a%20b"` is `a b`.
 *
 * An unquoted `%41` that Python meant literally cannot be told from JavaScript's and reads as `A`: where Python writes,
 * use {@link decodePythonValue}.
 *
 * @example
 * ```ts
 * import { decodeValue } from 'assent/core'
 *
 * decodeValue('%7B%22a%22:1}') // '{"a":1}'
 * decodeValue('"{\\"a\\": 1\\054 \\"b\\": 2}"') // '{"a": 1, "b": 2}'
 * decodeValue('100%') // '100%'
 * ```
 */
export function decodeValue(wire: string): string {
  const text = decodePythonValue(wire)
  const isPython = text !== wire && /[\\ ]/.test(wire)
  return isPython || !text.includes('%') ? text : text.replace(/(?:%[\da-f]{2})+/gi, decodeRun)
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch (error) {
    // The bytes are not UTF-8.
    if (error instanceof URIError) return run
    throw error
  }
}
