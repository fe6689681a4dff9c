'use client'
import { useEffect, useRef, type ReactNode, useState } from 'react'
import { useBrowserEffect } from '../../react/context.js'
import { hideBannerAt } from '../../react/own-sheets.js'
import { useConsentStore } from '../../react/use-consent.js'
import { FORM_ID } from '../../core/decision/choice.js'
import { choiceProps } from '../shared/buttons.js'
import { languageOf } from '../shared/notes.js'
import { takeTicks } from '../shared/ticks.js'
import { createPart, type Part } from '../shared/create-part.js'
import type { Consent } from '../../core/declaration/consent.js'

/**
 * Shows the preferences as part of a page. Renders a `<form>` element with the id `assent-form`. With an endpoint its first
 * button is hidden and saves, because before React runs Enter would press "Reject all".
 */
export const Root: Part<'form'> = createPart('form', 'form', (context, words) => {
  const { store } = context
  const { endpoint } = store.consent
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => takeTicks(store, form.current, true), [store])
  useBrowserEffect(() => (form.current ? hideBannerAt(form.current) : undefined), [])
  return {
    ref: form,
    id: FORM_ID,
    method: 'post',
    action: endpoint,
    autoComplete: 'off', // so that the browser does not restore ticks when the visitor comes back
    'aria-label': words.preferences,
    ...words.spoken,
    children: (children: ReactNode) => (
      <>
        {endpoint !== undefined && <button hidden {...choiceProps(context, words, 'save')} />}
        {languageOf(context, words)}
        {children}
      </>
    ),
  }
})

/** Says that a choice was saved, until the next tick, to screen readers too (WCAG 4.1.3). Renders a `<p>` element with `role="status"`. */
export const Status: Part<'p'> = createPart('p', 'status', ({ store }, { saved }) => {
  const draft = useConsentStore<unknown, Consent>((state) => state.draft)
  const [savedDraft, setSavedDraft] = useState<unknown>()
  useEffect(
    () =>
      store.onDecision((_, { reason }) =>
        setSavedDraft(/^(accept|reject|save)$/.test(reason) && store.getState().draft),
      ),
    [store],
  )
  return { role: 'status', children: savedDraft === draft && saved }
})
