'use client'
import { useContext } from 'react'
import { createPart, type Part, TitleId } from '../shared/create-part.js'
import { useWords, wordsOf } from '../shared/use-words.js'
import { useConsentContext } from '../../react/context.js'
import { FORM_ID } from '../../core/decision/choice.js'
import { Accept, Reject, useOpener } from '../shared/buttons.js'

/** Shows the banner's heading, which names the banner. Renders an `<h2>` element. */
export const Title: Part<'h2'> = createPart('h2', 'title', () => ({
  id: useContext(TitleId),
  children: useWords().title,
}))

/** Says who asks for which purposes, with the link to the policy. Renders a `<p>` element. */
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

/** Links to the privacy policy, if the declaration has one. Renders an `<a>` element, or nothing. */
export const PolicyLink: Part<'a'> = createPart('a', 'policy', () => {
  const { policy } = useConsentContext().store.consent
  const { policy: children } = useWords()
  return policy === undefined ? null : { href: policy, children }
})

/** Holds the buttons that reject all, accept all, and customize. Renders a `<div>` element. */
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
    // A submit button runs no command, and another button does nothing in browsers without commands. A form with GET drops
    // the query of its target, so a policy with a query is not used.
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
