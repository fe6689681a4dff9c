'use client'
import type { ReactNode } from 'react'
import { DevtoolsPanel, type ConsentDevtoolsProps } from './devtools-panel.js'

/**
 * Shows a panel for development: the visitor's decision, every cookie and storage key of the page with its category and its
 * problems, what the guard blocked, the limits of browsers, and what to declare. It simulates regions, signals and statuses; around
 * the app, languages too. Put it inside `ConsentProvider`. Renders an `<aside>` element, after its children.
 * Production builds render the children alone, and leave its code out.
 *
 * @example
 * ```tsx
 * import { ConsentBanner, ConsentProvider, defineConsent } from 'assent'
 * import { ConsentDevtools } from 'assent/devtools'
 *
 * const consent = defineConsent({ version: 1, categories: { analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] } } })
 *
 * export function Root() {
 *   return (
 *     <ConsentProvider consent={consent}>
 *       <ConsentDevtools>
 *         <ConsentBanner />
 *       </ConsentDevtools>
 *     </ConsentProvider>
 *   )
 * }
 * ```
 */
export const ConsentDevtools: (props: ConsentDevtoolsProps) => ReactNode =
  process.env.NODE_ENV === 'production' ? ({ children }) => children : DevtoolsPanel
