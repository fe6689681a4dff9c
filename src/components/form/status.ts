'use client'
import { useEffect, useState } from 'react'
import type { Consent } from '../../core/consent/consent.js'
import { useConsentContext } from '../../react/context.js'
import { useConsentStore } from '../../react/use-consent-store.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'

/** Says that a choice was saved, until the next tick, to screen readers too (WCAG 4.1.3). Renders a `<p>` element with `role="status"`. */
export const Status: Part<'p'> = createPart('p', 'status', () => {
  const { store } = useConsentContext()
  const draft = useConsentStore<unknown, Consent>((state) => state.draft)
  const [savedDraft, setSavedDraft] = useState<unknown>()
  const { saved } = useWords()
  useEffect(
    () =>
      store.onDecision((_, { reason }) =>
        setSavedDraft(/^(accept|reject|save)$/.test(reason) && store.getState().draft),
      ),
    [store],
  )
  return { role: 'status', children: savedDraft === draft && saved }
})
