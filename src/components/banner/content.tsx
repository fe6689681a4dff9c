'use client'
import type { ReactElement } from 'react'
import { FORM_ID } from '../../core/decision/choice.js'
import { accept, openerProps, reject } from '../shared/buttons.js'
import { descriptionOf, holder, type Markup, type Part, partOf, policyLink, titleOf } from '../shared/create-part.js'
import { Signal } from '../shared/notes.js'
import { wordsOf } from '../shared/use-words.js'

const title = titleOf('title')

const description = descriptionOf(({ store }, { description, categories: texts }) => {
  const { ids, categories } = store.consent
  const purposes = ids.filter((id) => !categories[id]?.required).map((id) => wordsOf(id, categories[id], texts).name)
  return description.replace('{purposes}', () => purposes.join(', '))
})

const customize: Markup<'button'> = [
  'button',
  'customize',
  (context, words) => {
    const { endpoint, policy = '' } = context.store.consent
    const props = openerProps(context, words.customize)
    // A submit button runs no command, and another button does nothing in browsers without commands. A form with GET drops
    // the query of its target, so a policy with a query is not used.
    if (endpoint !== undefined && /^\/[^?]*$/.test(policy))
      Object.assign(props, {
        type: 'submit',
        command: undefined,
        commandfor: undefined,
        formMethod: 'get',
        formAction: policy.replace(/#.*|$/, `#${FORM_ID}`),
      })
    return props
  },
]

const actions = holder('div', 'actions', [reject, accept, customize])

/** The default content of a banner. */
export const content: readonly (Markup | ReactElement)[] = [title, description, <Signal key="signal" />, actions]

/** Shows the banner's heading, which names the banner. Renders an `<h2>` element. */
export const Title: Part<'h2'> = /* @__PURE__ */ partOf(title)

/** Says who asks for which purposes, with the link to the policy. Renders a `<p>` element. */
export const Description: Part<'p'> = /* @__PURE__ */ partOf(description)

/** Links to the privacy policy, if the declaration has one. Renders an `<a>` element, or nothing. */
export const PolicyLink: Part<'a'> = /* @__PURE__ */ partOf(policyLink)

/** Holds the buttons that reject all, accept all, and customize. Renders a `<div>` element. */
export const Actions: Part<'div'> = /* @__PURE__ */ partOf(actions)

/**
 * Opens the preferences panel, which must be mounted. Where scripts are off, and the declaration has an endpoint and a
 * policy page on this site, it leads to the form on that page. Renders a `<button>` element.
 */
export const Customize: Part<'button'> = /* @__PURE__ */ partOf(customize)
