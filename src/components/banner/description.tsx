'use client'
import { useConsentContext } from '../../react/context.js'
import { createPart, type Part } from '../create-part.js'
import { useWords, wordsOf } from '../use-words.js'
import { PolicyLink } from './policy-link.js'

/** What is asked for and by whom, with the link to the policy. Renders a `<p>` element. */
export const Description: Part<'p'> = createPart('p', 'description', () => {
  const { ids, categories } = useConsentContext().store.consent
  const { description, categories: texts } = useWords()
  const purposes = ids.filter((id) => !categories[id]?.required).map((id) => wordsOf(id, categories[id], texts).name)
  return {
    children: (
      <>
        {description.replace('{purposes}', () => purposes.join(', '))} <PolicyLink />
      </>
    ),
  }
})
