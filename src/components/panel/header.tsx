'use client'
import { createPart, type Part } from '../create-part.js'
import { Close } from './close.js'
import { Title } from './title.js'

/** The title and the button that closes, which stay while the rest scrolls. Renders a `<header>` element. */
export const Header: Part<'header'> = createPart('header', 'header', () => ({
  children: (
    <>
      <Title />
      <Close />
    </>
  ),
}))
