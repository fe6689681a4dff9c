/** Headers are bytes: beyond ASCII those of UTF-8, which browsers and Django read. */
export function toByteString(line: string): string {
  return line.replace(/[\u0080-\uffff]+/g, (run) => String.fromCharCode(...new TextEncoder().encode(run)))
}

/** The text of a header whose bytes are UTF-8; other text as it is. */
export function fromByteString(header: string): string {
  if (!/[\u0080-\u00ff]/.test(header) || /[\u0100-\uffff]/.test(header)) return header
  const bytes = Uint8Array.from(header, (byte) => byte.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return header
    throw error
  }
}
