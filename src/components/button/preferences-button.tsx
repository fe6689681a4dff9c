'use client'
import { hasRegime } from '../../core/decision/asking.js'
import { openerProps } from '../shared/buttons.js'
import { createPart, type Part } from '../shared/create-part.js'

/**
 * Opens the preferences. Put it on every page, so that withdrawing is as easy as giving consent (GDPR art. 7(3)). It needs
 * a mounted `PreferencesPanel`. Where something is granted until the visitor says no, it says "Your privacy choices", with the
 * opt-out icon (CCPA regulations §7015). Renders a `<button>` element.
 *
 * @example
 * ```tsx
 * import { PreferencesButton } from 'assent'
 *
 * export function Footer() {
 *   return <footer><PreferencesButton /></footer>
 * }
 * ```
 */
export const PreferencesButton: Part<'button'> = createPart('button', 'open', (context, words, { children }) => {
  const hasOptOut = hasRegime('opt-out', context.store.consent, context.region)
  const props = openerProps(context, hasOptOut ? words.privacyChoices : words.preferences)
  return {
    ...props,
    ...(children === undefined && words.spoken),
    children: hasOptOut ? [props.children, ' ', <OptOutIcon key="icon" />] : props.children,
  }
})

/** A pill, half white with a tick and half blue with a cross, as the regulations draw it. */
function OptOutIcon() {
  return (
    <svg data-assent="opt-out-icon" viewBox="0 0 30 14" width="30" height="14" aria-hidden="true" fill="none">
      <rect x="0.5" y="0.5" width="29" height="13" rx="6.5" fill="#fff" stroke="#06f" />
      <path d="M17.5 1H23a6 6 0 0 1 0 12h-8.5z" fill="#06f" />
      <path d="m6 7 2.3 2.6L12.6 4.6" stroke="#06f" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
      <path d="m20 4.6 4.8 4.8m0-4.8L20 9.4" stroke="#fff" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  )
}
