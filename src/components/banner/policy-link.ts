'use client'
import { useConsentContext } from '../../react/context.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'

/** The link to the privacy policy, where the declaration has one. Renders an `<a>` element. */
export const PolicyLink: Part<'a'> = createPart('a', 'policy', () => {
  const { policy } = useConsentContext().store.consent
  const { policy: children } = useWords()
  return policy === undefined ? null : { href: policy, children }
})
