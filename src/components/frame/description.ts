'use client'
import { createPart, type Part } from '../create-part.js'
import { useFrame } from './frame-context.js'

/** Why the frame waits, and for which service or category. Renders a `<p>` element. */
export const Description: Part<'p'> = createPart('p', 'description', () => {
  const { words, descriptionId } = useFrame()
  return { id: descriptionId, children: words.frame }
})
