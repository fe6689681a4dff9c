import { useConsent } from 'assent'
import { useEffect } from 'react'
import { loadScript } from '../load-script.js'

/** Loads the analytics of another company while the visitor allows it. Its cookies go when they no longer do. */
export function Analytics() {
  const isGranted = useConsent('analytics')
  useEffect(() => (isGranted ? loadScript('/vendor/analytics.js') : undefined), [isGranted])
  return null
}
