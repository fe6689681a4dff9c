'use client'
import { accept, reject, save } from '../shared/buttons.js'
import { categories } from '../shared/categories.js'
import { descriptionOf, holder, type Markup, type Part, partOf, titleOf } from '../shared/create-part.js'
import { Signal } from '../shared/notes.js'
import { formatDuration } from '../shared/formats.js'

const title = titleOf('preferences')

const close: Markup<'button'> = [
  'button',
  'close',
  ({ actions }, { close }) => ({
    type: 'submit',
    formMethod: 'dialog',
    formNoValidate: true,
    'aria-label': close,
    children: String.fromCodePoint(0xd7), // a cross, which stands nowhere in the code
    onClick(event: Event) {
      event.preventDefault()
      actions.closePreferences()
    },
  }),
]

const header = holder('div', 'header', [title, close])

const description = descriptionOf(({ store }, { preferencesDescription, locale }) =>
  preferencesDescription.replace('{duration}', formatDuration(store.consent.cookie.maxAge, locale)),
)

const body = holder('div', 'body', [description, <Signal key="signal" />, categories])

/** The buttons of a form. */
const actions: Markup<'div'> = holder('div', 'actions', [reject, accept, save])

/** The default content of a panel. */
export const content: readonly Markup[] = [header, body, actions]

/** Holds the title and the close button, which stay in place while the rest scrolls. Renders a `<div>` element: a dialog's header is no landmark. */
export const Header: Part<'div'> = /* @__PURE__ */ partOf(header)

/** Shows the panel's heading, which names the panel. Renders an `<h2>` element. */
export const Title: Part<'h2'> = /* @__PURE__ */ partOf(title)

/** Closes the panel without a change. Renders a `<button>` element. */
export const Close: Part<'button'> = /* @__PURE__ */ partOf(close)

/** Holds the part that scrolls: the description and the categories. Renders a `<div>` element. */
export const Body: Part<'div'> = /* @__PURE__ */ partOf(body)

/** Says what the visitor may choose, and how long the choice is kept. Renders a `<p>` element. */
export const Description: Part<'p'> = /* @__PURE__ */ partOf(description)

/** Holds the buttons that reject all, accept all, and save the ticks. Renders a `<div>` element. */
export const Actions: Part<'div'> = /* @__PURE__ */ partOf(actions)
