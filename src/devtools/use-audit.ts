import { useCallback, useEffect, useState } from 'react'
import { auditCookies } from '../browser/audit-cookies.js'
import type { Audit } from '../core/audit/audit.js'
import type { ServiceConfig } from '../core/consent/config.js'
import { useConsentContext } from '../react/context.js'

/** The audit of this page while the panel is open: made again at every change of consent or cookies, and when asked. */
export function useAudit(
  isOpen: boolean,
  known: Readonly<Record<string, ServiceConfig>> | undefined,
): { readonly audit: Audit | undefined; readonly again: () => void } {
  const { store } = useConsentContext()
  const [audit, setAudit] = useState<Audit>()
  const again = useCallback(() => {
    void auditCookies(store, { known }).then(setAudit)
  }, [store, known])

  useEffect(() => {
    if (!isOpen) return undefined
    again()
    const stops = [store.subscribe(again), store.jar.subscribe(again), store.onErase(again)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [isOpen, store, again])
  return { audit, again }
}
