'use client'
import type { ReactNode } from 'react'
import type { CategoryId } from '../../core/consent/register.js'
import { useConsent } from '../../react/use-consent.js'

export interface ConsentGateProps {
  /** The category that must be granted. */
  category: CategoryId
  /** What stands there until then. Default: nothing. */
  fallback?: ReactNode
  children?: ReactNode
}

/**
 * Renders its children only while a category is granted. Renders no element of its own around them; the fallback stands
 * in a `<div>` element with `data-category`.
 *
 * @example
 * ```tsx
 * import { ConsentGate, PreferencesButton } from 'assent'
 *
 * export function Video() {
 *   return (
 *     <ConsentGate category="marketing" fallback={<PreferencesButton>Allow videos</PreferencesButton>}>
 *       <iframe src="https://example.com/video" title="Video" />
 *     </ConsentGate>
 *   )
 * }
 * ```
 */
export function ConsentGate({ category, fallback, children }: ConsentGateProps): ReactNode {
  if (useConsent(category)) return children
  return fallback === undefined ? null : (
    <div data-assent="gate" data-category={category}>
      {fallback}
    </div>
  )
}
