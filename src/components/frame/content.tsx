'use client'
import { createContext, useContext, type Context } from 'react'
import { ConsentError } from '../../core/errors.js'
import type { FrameMessages } from '../../locales/messages.js'
import { createPart, type Part } from '../shared/create-part.js'
import type { Owner } from '../../core/declaration/consent.js'
import { enFrame } from '../../locales/en.js'
import { useConsentContext, WordsContext } from '../../react/context.js'

/** The state of a waiting frame, for its parts. */
export interface FrameState {
  readonly title: string
  readonly titleId: string
  readonly descriptionId: string
  readonly words: FrameMessages
  readonly showOnce: () => void
  readonly showAlways: () => void
}

export const FrameContext: Context<FrameState | null> = createContext<FrameState | null>(null)

function useFrame(): FrameState {
  const state = useContext(FrameContext)
  if (!state)
    throw new ConsentError(
      'missing-provider',
      process.env.NODE_ENV !== 'production' &&
        'A part of Frame is outside a ConsentFrame. It has no frame to show. Make it a child of <ConsentFrame>.',
    )
  return state
}

/** Shows the `title` of the frame, which names the waiting group. Renders a `<p>` element. */
export const Title: Part<'p'> = createPart('p', 'title', () => {
  const { title, titleId } = useFrame()
  return { id: titleId, children: title }
})

/** Says why the frame waits, and for which service or category. Renders a `<p>` element. */
export const Description: Part<'p'> = createPart('p', 'description', () => {
  const { words, descriptionId } = useFrame()
  return { id: descriptionId, children: words.frame }
})

/** Holds the buttons. Renders a `<div>` element. */
export const Actions: Part<'div'> = createPart('div', 'actions', () => ({
  children: (
    <>
      <Once />
      <Always />
    </>
  ),
}))

/** Shows this frame until the page is left, and records nothing. Renders a `<button>` element. */
export const Once: Part<'button'> = createPart('button', 'show-once', () => {
  const { words, descriptionId, showOnce } = useFrame()
  return { type: 'button', 'aria-describedby': descriptionId, children: words.showOnce, onClick: showOnce }
})

/** Adds the frame's service or category to the grant, and saves it. Renders a `<button>` element. */
export const Always: Part<'button'> = createPart('button', 'show-always', () => {
  const { words, descriptionId, showAlways } = useFrame()
  return { type: 'button', 'aria-describedby': descriptionId, children: words.showAlways, onClick: showAlways }
})

/** Gives the words of a frame that waits for this owner, in the language of the provider. */
export function useFrameWords({ category, service }: Owner): FrameMessages {
  const { messages } = useContext(WordsContext)
  const config = useConsentContext().store.consent.categories[category]
  const name =
    service === undefined
      ? (messages?.categories?.[category]?.name ?? config?.name ?? category)
      : (config?.services?.[service]?.name ?? service)
  const words = { ...enFrame, ...messages }
  return { ...words, frame: words.frame.replace('{name}', () => name) }
}
