'use client'
import { createContext, useContext, type Context } from 'react'
import { ConsentError } from '../../core/errors.js'
import type { FrameMessages } from '../../core/words/messages.js'
import { createPart, type Part } from '../shared/create-part.js'
import { useWords, wordsOf, type Words } from '../shared/use-words.js'
import type { Owner } from '../../core/declaration/consent.js'
import { enFrame } from '../../core/words/english.js'
import { useConsentContext, WordsContext } from '../../react/context.js'

/** The state of a waiting frame, for its parts. */
export interface FrameState {
  readonly title: string
  readonly titleId: string
  readonly descriptionId: string
  readonly words: FrameMessages & Pick<Words, 'spoken'>
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
  return { id: descriptionId, children: words.frame, ...words.spoken }
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
  return {
    type: 'button',
    'aria-describedby': descriptionId,
    children: words.showOnce,
    ...words.spoken,
    onClick: showOnce,
  }
})

/** Adds the frame's service or category to the grant, and saves it. Renders a `<button>` element. */
export const Always: Part<'button'> = createPart('button', 'show-always', () => {
  const { words, descriptionId, showAlways } = useFrame()
  return {
    type: 'button',
    'aria-describedby': descriptionId,
    children: words.showAlways,
    ...words.spoken,
    onClick: showAlways,
  }
})

/** Gives the words of a frame that waits for this owner, in the language of the provider. Its content comes from a service, or from a host. */
export function useFrameWords({ category, service }: Owner, src: string): FrameMessages & Pick<Words, 'spoken'> {
  const { messages } = useContext(WordsContext)
  const given = useWords()
  const { consent } = useConsentContext().store
  const config = consent.categories[category]
  const host = /^(?:https?:)?\/\/(?:www\.)?([^/:?#]+)/i.exec(src)?.[1]
  const name =
    service === undefined
      ? (host ?? wordsOf(category, config, given.categories, given, consent).name)
      : wordsOf(service, config?.services?.[service], given.services, given, consent).name
  const words = { ...enFrame, ...messages }
  return { ...words, spoken: given.spoken, frame: words.frame.replace('{name}', () => name) }
}
