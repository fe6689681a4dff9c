'use client'
import { Accept } from '../choices/accept.js'
import { Reject } from '../choices/reject.js'
import { Save } from '../choices/save.js'
import { createPart, type Part } from '../create-part.js'

/** The choices under the categories: to reject and to accept all, and to save the ticks. Renders a `<div>` element. */
export const Actions: Part<'div'> = createPart('div', 'actions', () => ({
  children: (
    <>
      <Reject />
      <Accept />
      <Save />
    </>
  ),
}))
