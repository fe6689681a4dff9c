'use client'
import { createPart, type Part } from '../create-part.js'
import { Always } from './always.js'
import { Once } from './once.js'

/** The buttons. Renders a `<div>` element. */
export const Actions: Part<'div'> = createPart('div', 'actions', () => ({
  children: (
    <>
      <Once />
      <Always />
    </>
  ),
}))
