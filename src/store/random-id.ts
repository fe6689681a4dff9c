/** Not randomUUID, which browsers lack over plain http. */
export function randomId(): string {
  return crypto.getRandomValues(new BigUint64Array(2)).join('')
}
