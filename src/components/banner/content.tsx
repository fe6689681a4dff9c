'use client'
import { useContext } from 'react'
import { createPart, type Part, TitleId } from '../shared/create-part.js'
import { useWords, wordsOf } from '../shared/use-words.js'
import { useConsentContext } from '../../react/context.js'
import { FORM_ID } from '../../core/decision/choice.js'
import { Accept, Reject, useOpener } from '../shared/buttons.js'

/** The banner's heading, which names it. Renders an `<h2>` element. */
export const Title: Part<'h2'> = createPart('h2', 'title', () => ({
  id: useContext(TitleId),
  children: useWords().title,
}))

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

/** The link to the privacy policy, where the declaration has one. Renders an `<a>` element. */
export const PolicyLink: Part<'a'> = createPart('a', 'policy', () => {
  const { policy } = useConsentContext().store.consent
  const { policy: children } = useWords()
  return policy === undefined ? null : { href: policy, children }
})

/** The choices: to reject and to accept, alike, and to customize. Renders a `<div>` element. */
export const Actions: Part<'div'> = createPart('div', 'actions', () => ({
  children: (
    <>
      <Reject />
      <Accept />
      <Customize />
    </>
  ),
}))

/**
 * Opens the preferences panel, which must be mounted. Where scripts are off, and the declaration has an endpoint and a
 * policy page on this site, it leads to the form on that page. Renders a `<button>` element.
 */
export const Customize: Part<'button'> = createPart('button', 'customize', () => {
  const { endpoint, policy = '' } = useConsentContext().store.consent
  return {
    ...useOpener(),
    // A button that submits runs no command, and one that does not is dead in browsers without commands. What is got by a
    // form loses its query.
    ...(endpoint !== undefined &&
      /^\/[^?]*$/.test(policy) && {
        type: 'submit',
        command: undefined,
        commandfor: undefined,
        formMethod: 'get',
        formAction: policy.replace(/#.*|$/, `#${FORM_ID}`),
      }),
    children: useWords().customize,
  }
})
