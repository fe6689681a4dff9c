'use client'
import type { MouseEvent } from 'react'
import { CHOICE_FIELD, PANEL_ID } from '../../core/decision/choice.js'
import type { ConsentContextValue } from '../../react/context.js'
import type { Words } from './use-words.js'
import { partOf, type Markup, type Part } from './create-part.js'

type Choice = 'accept' | 'reject' | 'save' | 'dismiss'

/**
 * Gives the props of a button that makes a choice. With an endpoint it is a submit button, so that it works without
 * JavaScript. The posted form has the choice in the field `choice`.
 */
export function choiceProps(
  { store, actions }: ConsentContextValue,
  { locale }: Words,
  value: Choice,
): Record<string, unknown> {
  return {
    type: store.consent.endpoint === undefined ? 'button' : 'submit',
    name: CHOICE_FIELD,
    value,
    onClick(event: MouseEvent) {
      event.preventDefault() // the page saves the choice, so the form must not post it
      store.setLanguage(locale) // another root may speak another one
      // The second click of a double click is ignored: the first may have pressed "Customize" at the same place.
      if (event.detail < 2) actions[value === 'accept' || value === 'reject' ? (`${value}All` as const) : value]()
    },
  }
}

function choice(value: Choice): Markup<'button'> {
  return ['button', value, (context, words) => ({ ...choiceProps(context, words, value), children: words[value] })]
}

export const accept: Markup<'button'> = choice('accept')
export const reject: Markup<'button'> = choice('reject')
export const save: Markup<'button'> = choice('save')
export const dismiss: Markup<'button'> = choice('dismiss')

/** Grants everything. Renders a `<button>` element. */
export const Accept: Part<'button'> = /* @__PURE__ */ partOf(accept)

/** Grants only the required categories, and withdraws the others. Renders a `<button>` element. */
export const Reject: Part<'button'> = /* @__PURE__ */ partOf(reject)

/** Grants the ticked categories and services. Renders a `<button>` element. */
export const Save: Part<'button'> = /* @__PURE__ */ partOf(save)

/** Closes a notice, and changes nothing. Renders a `<button>` element. */
export const Dismiss: Part<'button'> = /* @__PURE__ */ partOf(dismiss)

/** Gives the props of a button that opens the panel. With an endpoint it also has an invoker command, which needs no JavaScript. */
export function openerProps({ store, actions }: ConsentContextValue, children: string): Record<string, unknown> {
  const hasCommand = store.consent.endpoint !== undefined
  return {
    type: 'button',
    'aria-haspopup': 'dialog',
    command: hasCommand ? 'show-modal' : undefined,
    commandfor: hasCommand ? PANEL_ID : undefined,
    children,
    onClick(event: MouseEvent) {
      event.preventDefault()
      actions.openPreferences()
    },
  }
}
