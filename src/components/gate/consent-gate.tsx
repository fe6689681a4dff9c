'use client'
import type { ReactNode } from 'react'
import { conditionOf, type Requirement } from '../../core/decision/condition.js'
import { useConsent } from '../../react/use-consent.js'
import { createPart } from '../shared/create-part.js'

export type ConsentGateProps = Requirement & {
  /** The content to show without the grant. Default: nothing. */
  fallback?: ReactNode
  children?: ReactNode
}

/**
 * Renders its children only while a `category` or a `service` is granted, or while the condition `when` holds. Renders no
 * element around them. The fallback is in a `<div>` element with `data-category` or `data-service`.
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
export function ConsentGate({ fallback, children, ...requirement }: ConsentGateProps): ReactNode {
  if (useConsent(conditionOf(requirement))) return children
  return fallback === undefined ? null : (
    <Fallback data-category={requirement.category} data-service={requirement.service}>
      {fallback}
    </Fallback>
  )
}

const Fallback = createPart('div', 'gate', () => ({}))
