'use client'
import type { CategoryId } from '../../core/consent/register.js'
import { useConsentContext } from '../../react/context.js'
import { createPart, type Part } from '../create-part.js'
import { useWords } from '../use-words.js'
import { Category } from './category.js'

/** All categories, each with its checkbox. Renders a `<fieldset>` element. */
export const Categories: Part<'fieldset'> = createPart('fieldset', 'categories', () => ({
  'aria-label': useWords().preferences,
  children: useConsentContext().store.consent.ids.map((id) => <Category key={id} category={id as CategoryId} />),
}))
