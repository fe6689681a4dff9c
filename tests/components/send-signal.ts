/** Makes this browser one that sends Global Privacy Control, until the function that it gives is called. */
export function sendSignal(value: unknown = true): () => void {
  Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true })
  return () => {
    Reflect.deleteProperty(navigator, 'globalPrivacyControl')
  }
}
