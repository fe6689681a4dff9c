/**
 * The text of a `Cookie` header. Servers hand over its bytes as Latin-1, and browsers send UTF-8: names and values that are
 * UTF-8 are decoded, each by itself, so that one broken cookie spoils no other. Text beyond Latin-1 is text already.
 */
export function decodeHeader(header: string): string {
  if (!/[\x80-\xff]/.test(header)) return header
  return header.replace(
    /([^;=]*)(=?)([^;]*)/g,
    (_, name: string, equals: string, value: string) => fromBytes(name) + equals + fromBytes(value),
  )
}

/** The text of UTF-8 that stands as Latin-1; other text as it is. */
export function fromBytes(text: string): string {
  if (/[\u0100-\uffff]/.test(text)) return text
  try {
    return text.replace(/[\x80-\xff]+/g, (run) => decodeURIComponent(run.replace(/./g, toEscape)))
  } catch (error) {
    if (error instanceof URIError) return text // not UTF-8
    throw error
  }
}

/** A header line as `Headers` and node:http take it: beyond ASCII the bytes of UTF-8, which browsers and Django read. */
export function toBytes(line: string): string {
  return line
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\x80-\uffff]+/g, (run) => encodeURIComponent(run).replace(/%(..)/g, fromEscape))
}

function toEscape(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16)}`
}

function fromEscape(_: string, hex: string): string {
  return String.fromCharCode(parseInt(hex, 16))
}
