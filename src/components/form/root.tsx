'use client'
import { useEffect, useRef, type ReactNode, useState } from 'react'
import { useBrowserEffect, useConsentContext } from '../../react/context.js'
import { hideBannerAt } from '../../react/own-sheets.js'
import { useConsentActions, useConsentStore } from '../../react/use-consent.js'
import { useWords } from '../shared/use-words.js'
import { FORM_ID } from '../../core/decision/choice.js'
import { useChoice } from '../shared/buttons.js'
import { Language } from '../shared/notes.js'
import { useTicks } from '../shared/ticks.js'
import { createPart, type Part } from '../shared/create-part.js'
import type { Consent } from '../../core/declaration/consent.js'

/**
 * Shows the preferences as part of a page. Renders a `<form>` element with the id `assent-form`. With an endpoint its first
 * button is hidden and saves, because before React runs Enter would press "Reject all".
 */
export const Root: Part<'form'> = createPart('form', 'form', () => {
  const { consent } = useConsentContext().store
  const { preferences, locale } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const readTicks = useTicks(form)
  const save = useChoice('save', useConsentActions().save)
  useEffect(() => readTicks(true), [readTicks])
  useBrowserEffect(() => (form.current ? hideBannerAt(form.current) : undefined), [])
  return {
    ref: form,
    id: FORM_ID,
    method: 'post',
    action: consent.endpoint,
    autoComplete: 'off', // so that the browser does not restore ticks when the visitor comes back
    'aria-label': preferences,
    lang: locale,
    children: (children: ReactNode) => (
      <>
        {consent.endpoint !== undefined && <button hidden {...save} />}
        <Language />
        {children}
      </>
    ),
  }
})

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
