'use client'
import { useContext } from 'react'
import { createPart, type Part, TitleId } from '../shared/create-part.js'
import { useWords, formatDuration } from '../shared/use-words.js'
import { useConsentActions } from '../../react/use-consent.js'
import { Categories } from '../shared/categories.js'
import { Signal } from '../shared/notes.js'
import { useConsentContext } from '../../react/context.js'
import { PolicyLink } from '../banner/content.js'
import { Accept, Reject, Save } from '../shared/buttons.js'

/** Holds the title and the close button, which stay in place while the rest scrolls. Renders a `<header>` element. */
export const Header: Part<'header'> = createPart('header', 'header', () => ({
  children: (
    <>
      <Title />
      <Close />
    </>
  ),
}))

/** Shows the panel's heading, which names the panel. Renders an `<h2>` element. */
export const Title: Part<'h2'> = createPart('h2', 'title', () => ({
  id: useContext(TitleId),
  children: useWords().preferences,
}))

/** Closes the panel without a change. Renders a `<button>` element. */
export const Close: Part<'button'> = createPart('button', 'close', () => {
  const { closePreferences } = useConsentActions()
  return {
    type: 'submit',
    formMethod: 'dialog',
    formNoValidate: true,
    'aria-label': useWords().close,
    children: '×',
    onClick: cancelThen(closePreferences),
  }
})

function cancelThen(action: () => void): (event: { preventDefault(): void }) => void {
  return (event) => {
    event.preventDefault()
    action()
  }
}

/** Holds the part that scrolls: the description and the categories. Renders a `<div>` element. */
export const Body: Part<'div'> = createPart('div', 'body', () => ({
  children: (
    <>
      <Description />
      <Signal />
      <Categories />
    </>
  ),
}))

/** Says what the visitor may choose, and how long the choice is kept. Renders a `<p>` element. */
export const Description: Part<'p'> = createPart('p', 'description', () => {
  const { maxAge } = useConsentContext().store.consent.cookie
  const { preferencesDescription, locale } = useWords()
  return {
    children: (
      <>
        {preferencesDescription.replace('{duration}', formatDuration(maxAge, locale))} <PolicyLink />
      </>
    ),
  }
})

/** Holds the buttons that reject all, accept all, and save the ticks. Renders a `<div>` element. */
export const Actions: Part<'div'> = createPart('div', 'actions', () => ({
  children: (
    <>
      <Reject />
      <Accept />
      <Save />
    </>
  ),
}))
