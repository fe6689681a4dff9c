'use client'
import type { ReactNode } from 'react'
import { Drawn, type PartProps } from '../shared/create-part.js'
import { content } from './content.js'
import { Root, type PanelProps } from './root.js'

export type PreferencesPanelProps = PartProps<'dialog'> & PanelProps

/**
 * Shows the preferences in a dialog, with a checkbox for each category that may be refused. `ConsentBanner` includes it. A
 * page without a banner needs it for `PreferencesButton`. Esc and Close change nothing. Children replace its content: build
 * them from the parts in `Panel`. Renders a `<dialog>` element.
 *
 * @example
 * ```tsx
 * import { PreferencesButton, PreferencesPanel } from 'assent'
 *
 * export function Footer() {
 *   return (
 *     <footer>
 *       <PreferencesButton />
 *       <PreferencesPanel />
 *     </footer>
 *   )
 * }
 * ```
 */
export function PreferencesPanel({ children, ...props }: PreferencesPanelProps): ReactNode {
  return <Root {...props}>{children ?? <Drawn parts={content} />}</Root>
}
