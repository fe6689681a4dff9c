'use client'
import { createPart, type Part } from '../create-part.js'
import { useFrame } from './frame-context.js'

/** What the frame shows: its `title`. Names the group that waits. Renders a `<p>` element. */
export const Title: Part<'p'> = createPart('p', 'title', () => {
  const { title, titleId } = useFrame()
  return { id: titleId, children: title }
})
