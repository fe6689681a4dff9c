'use client'
import { Accept } from '../choices/accept.js'
import { Reject } from '../choices/reject.js'
import { createPart, type Part } from '../create-part.js'
import { Customize } from './customize.js'

/** The choices: to reject and to accept, alike, and to customize. Renders a `<div>` element. */
export const Actions: Part<'div'> = createPart('div', 'actions', () => ({
  children: (
    <>
      <Reject />
      <Accept />
      <Customize />
    </>
  ),
}))
