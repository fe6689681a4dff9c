import type { Consent } from '../core/consent/consent.js'

/** Whether two declarations say the same, with the same definitions, as one does that is written inside a component. */
export function isSameDeclaration(a: Consent, b: Consent): boolean {
  const text = ({ version, categories, cookie, endpoint, policy }: Consent): string =>
    JSON.stringify([version, categories, cookie, endpoint, policy])
  return text(a) === text(b) && [...a.definitions].every(([name, definition]) => b.definitions.get(name) === definition)
}
