'use client'
import { useConsentContext } from '../../react/context.js'
import { PolicyLink } from '../banner/policy-link.js'
import { createPart, type Part } from '../create-part.js'
import { formatDuration, useWords } from '../use-words.js'

/** What may be chosen, and how long the choice is kept. Renders a `<p>` element. */
export const Description: Part<'p'> = createPart('p', 'description', () => {
  const { maxAge } = useConsentContext().store.consent.cookie
  const { preferencesDescription, locale } = useWords()
  return {
    children: (
      <>
        {preferencesDescription.replace('{duration}', formatDuration(maxAge, locale))} <PolicyLink />
      </>
    ),
  }
})
