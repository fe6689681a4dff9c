'use client'
import { useContext } from 'react'
import { createPart, type Part } from '../create-part.js'
import { TitleId } from '../title-id.js'
import { useWords } from '../use-words.js'

/** The panel's heading, which names it. Renders an `<h2>` element. */
export const Title: Part<'h2'> = createPart('h2', 'title', () => ({
  id: useContext(TitleId),
  children: useWords().preferences,
}))
