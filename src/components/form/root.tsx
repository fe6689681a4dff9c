'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import { useConsentContext } from '../../react/context.js'
import { useConsentActions } from '../../react/use-consent-actions.js'
import { useWords } from '../use-words.js'
import { useChoice } from '../choices/use-choice.js'
import { Language } from '../choices/language.js'
import { FORM_ID } from '../choices/use-opener.js'
import { useTicks } from '../choices/use-ticks.js'
import { createPart, type Part } from '../create-part.js'

/**
 * The preferences as part of a page. Renders a `<form>` element, known by the id `assent-form`; with an endpoint a hidden button first in it, so that
 * Enter saves before React runs, where it would press "Reject all".
 */
export const Root: Part<'form'> = createPart('form', 'form', () => {
  const { consent } = useConsentContext().store
  const { preferences, locale } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const readTicks = useTicks(form)
  const save = useChoice('save', useConsentActions().save)
  useEffect(readTicks, [readTicks])
  return {
    ref: form,
    id: FORM_ID,
    method: 'post',
    action: consent.endpoint,
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
