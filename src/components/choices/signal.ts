'use client'
import { useConsentStore } from '../../react/use-consent-store.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'

/**
 * Says that Global Privacy Control is honoured, while it refuses something (CCPA regulations §7025). Renders a `<p>` element,
 * or nothing.
 */
export const Signal: Part<'p'> = createPart('p', 'signal', () => {
  const children = useWords().gpc
  return useConsentStore((state) => state.grant.optedOut) ? { children } : null
})
