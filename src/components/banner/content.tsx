'use client'
import type { ReactElement } from 'react'
import { FORM_ID } from '../../core/decision/choice.js'
import type { Consent } from '../../core/declaration/consent.js'
import { useConsentStore } from '../../react/use-consent.js'
import { accept, dismiss, openerProps, reject } from '../shared/buttons.js'
import { descriptionOf, draw, type Markup, type Part, partOf, policyLink, titleOf } from '../shared/create-part.js'
import { providerOf } from '../shared/cookie-rows.js'
import { formatList } from '../shared/formats.js'
import { Changes, Signal } from '../shared/notes.js'
import { wordsOf } from '../shared/use-words.js'

const title = titleOf('title')

const useIsNotice = (): boolean => useConsentStore((state) => state.asking === 'notice')

const description = descriptionOf(({ store: { consent } }, words) => {
  const { ids, categories } = consent
  const purposes = ids
    .filter((id) => !categories[id]?.required)
    .map((id) => wordsOf(id, categories[id], words.categories, words, consent).purpose)
  return (useIsNotice() ? words.notice : words.description)
    .replace('{partners}', () => (consent.once(hasPartners) ? words.partners : ''))
    .replace('{purposes}', () => formatList(purposes, words.locale))
})

/** Whether others than the site set something that the visitor decides on: a service, or a provider that a cookie names. */
function hasPartners({ ids, categories }: Consent): boolean {
  return ids.some((id) => {
    const { required, services, cookies = [] } = categories[id] ?? {}
    return !required && (!!services || cookies.some(providerOf))
  })
}

const customize: Markup<'button'> = [
  'button',
  'customize',
  (context, words) => {
    const { endpoint, policy = '' } = context.store.consent
    const props = openerProps(context, useIsNotice() ? words.privacyChoices : words.customize)
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

const actions: Markup<'div'> = [
  'div',
  'actions',
  (context, words) => ({
    children: draw(useIsNotice() ? [dismiss, customize] : [reject, accept, customize], context, words),
  }),
]

/** The default content of a banner. */
export const content: readonly (Markup | ReactElement)[] = [
  title,
  description,
  <Changes key="changes" />,
  <Signal key="signal" />,
  actions,
]

/** Shows the banner's heading, which names the banner. Renders an `<h2>` element. */
export const Title: Part<'h2'> = /* @__PURE__ */ partOf(title)

/** Says who asks for which purposes, with the link to the policy. Renders a `<p>` element. */
export const Description: Part<'p'> = /* @__PURE__ */ partOf(description)

/** Links to the privacy policy, if the declaration has one. Renders an `<a>` element, or nothing. */
export const PolicyLink: Part<'a'> = /* @__PURE__ */ partOf(policyLink)

/** Holds the buttons that reject all, accept all, and customize; of a notice, those that close and customize. Renders a `<div>` element. */
export const Actions: Part<'div'> = /* @__PURE__ */ partOf(actions)

/**
 * Opens the preferences panel, which must be mounted. Where scripts are off, and the declaration has an endpoint and a
 * policy page on this site, it leads to the form on that page. Renders a `<button>` element.
 */
export const Customize: Part<'button'> = /* @__PURE__ */ partOf(customize)
