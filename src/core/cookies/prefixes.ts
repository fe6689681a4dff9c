/** Whether browsers take a name with this prefix only with Secure; matched without case (RFC 6265bis §5.4). */
export function needsSecure(name: string): boolean {
  return /^__(?:host|host-http|http|secure)-/i.test(name)
}

/** Whether browsers take a name with this prefix only with HttpOnly. */
export function needsHttpOnly(name: string): boolean {
  return /^__(?:host-)?http-/i.test(name)
}
