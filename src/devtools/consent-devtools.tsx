'use client'
import type { ReactNode } from 'react'
import { DevtoolsPanel, type ConsentDevtoolsProps } from './devtools-panel.js'

/**
 * A panel for development: what the visitor decided, every cookie and storage key of the page with its category, whether
 * it may be there and what is wrong with it, the limits of browsers, and what to paste for what is undeclared. Stands
 * inside `ConsentProvider`. Renders an `<aside>` element, and nothing in production builds, which leave its code out.
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
 *       <ConsentBanner />
 *       <ConsentDevtools />
 *     </ConsentProvider>
 *   )
 * }
 * ```
 */
export const ConsentDevtools: (props: ConsentDevtoolsProps) => ReactNode =
  process.env.NODE_ENV === 'production' ? () => null : DevtoolsPanel
