'use client'
import { openerProps } from '../shared/buttons.js'
import { createPart, type Part } from '../shared/create-part.js'

/**
 * Opens the preferences. Put it on every page, so that withdrawing is as easy as giving consent (GDPR art. 7(3)). It needs
 * a mounted `PreferencesPanel`. Renders a `<button>` element.
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
export const PreferencesButton: Part<'button'> = createPart('button', 'open', (context, { preferences }) =>
  openerProps(context, preferences),
)
