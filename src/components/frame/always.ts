'use client'
import { createPart, type Part } from '../create-part.js'
import { useFrame } from './frame-context.js'

/** Saves a grant of the frame's service or category beside what is granted. Renders a `<button>` element. */
export const Always: Part<'button'> = createPart('button', 'show-always', () => {
  const { words, descriptionId, showAlways } = useFrame()
  return { type: 'button', 'aria-describedby': descriptionId, children: words.showAlways, onClick: showAlways }
})
