'use client'
import { useEffect, useState, type ReactNode } from 'react'
import { SAVED_ID } from '../../core/decision/choice.js'
import { isChoice } from '../../core/decision/record.js'
import { memberOf } from '../../core/member-of.js'
import { useBrowserEffect } from '../../react/context.js'
import { createPart, type Part } from '../shared/create-part.js'

/** What it does, or, above these, the number of choices that it told of. */
const NOTHING = 0
const SHOWN = -1

/**
 * Says that a choice was saved. After a form was posted the style sheet shows it by `:target`, scripts or none, until the
 * next click, Tab or Esc: no clock takes it away (WCAG 2.2.1). A choice made by script it tells to screen readers alone
 * (WCAG 4.1.3), where no `Form.Status` does. Renders a `<p>` element with `role="status"`; `data-shown` while it is seen.
 */
export const Saved: Part<'p'> = createPart('p', 'saved', ({ store }, { saved, spoken }) => {
  const [state, setState] = useState<number>() // none as the server sent it
  useEffect(() => {
    const isBack = location.hash === `#${SAVED_ID}`
    if (isBack) history.replaceState(history.state, '', location.pathname + location.search)
    // What the browser did not keep was not saved. StrictMode comes twice, the second time without the fragment.
    setState((before = NOTHING) => (isBack && store.getState().status === 'decided' ? SHOWN : before))
    return store.onDecision((record, { reason }) =>
      setState((before = NOTHING) =>
        isChoice(record) &&
        reason !== 'external' &&
        !memberOf(document, 'querySelector').call(document, '[data-assent=status]')
          ? Math.max(before, NOTHING) + 1
          : NOTHING,
      ),
    )
  }, [store])
  useBrowserEffect(() => {
    if (state !== SHOWN) return
    const end = ({ key = 'Tab' }: Event & { key?: string }): void => {
      if (/Tab|Esc/.test(key)) setState(NOTHING)
    }
    addEventListener('pointerdown', end)
    addEventListener('keydown', end)
    return () => {
      removeEventListener('pointerdown', end)
      removeEventListener('keydown', end)
    }
  }, [state])
  const isSent = state === undefined
  return {
    id: SAVED_ID,
    role: 'status',
    ...spoken,
    hidden: isSent,
    'data-shown': state === SHOWN ? '' : undefined,
    // Each time another node: screen readers tell of what is added.
    children: (words: ReactNode) =>
      isSent ? (words ?? saved) : state !== NOTHING && <span key={state}>{words ?? saved}</span>,
  }
})
