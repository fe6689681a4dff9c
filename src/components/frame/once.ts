'use client'
import { createPart, type Part } from '../create-part.js'
import { useFrame } from './frame-context.js'

/** Shows this frame until the page is left, and records nothing. Renders a `<button>` element. */
export const Once: Part<'button'> = createPart('button', 'show-once', () => {
  const { words, descriptionId, showOnce } = useFrame()
  return { type: 'button', 'aria-describedby': descriptionId, children: words.showOnce, onClick: showOnce }
})
