'use client'
import { Categories } from '../choices/categories.js'
import { Signal } from '../choices/signal.js'
import { createPart, type Part } from '../create-part.js'
import { Description } from './description.js'

/** What scrolls: the description and the categories. Renders a `<div>` element. */
export const Body: Part<'div'> = createPart('div', 'body', () => ({
  children: (
    <>
      <Description />
      <Signal />
      <Categories />
    </>
  ),
}))
