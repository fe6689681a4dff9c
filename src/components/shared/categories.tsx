'use client'
import type { CategoryId } from '../../core/declaration/register.js'
import { useConsentContext } from '../../react/context.js'
import { createPart, type Part } from './create-part.js'
import { useWords } from './use-words.js'
import { Switch } from './switch.js'

/** Shows all categories, each with its checkbox. Renders a `<fieldset>` element. */
export const Categories: Part<'fieldset'> = createPart('fieldset', 'categories', () => ({
  'aria-label': useWords().preferences,
  children: useConsentContext().store.consent.ids.map((id) => <Category key={id} category={id as CategoryId} />),
}))

export interface CategoryProps {
  /** The id of a declared category. */
  category: CategoryId
}

/**
 * Shows one category: its name, its description, its native checkbox (or "Always active"), and its cookies and services.
 * The checkbox is mixed while some services are not ticked. Renders a `<div>` element with `data-category`, and
 * `data-required` for a required category.
 */
export const Category: Part<'div', CategoryProps> = createPart<'div', CategoryProps>(
  'div',
  'category',
  ({ category }) => ({
    'data-category': category,
    'data-required': useConsentContext().store.consent.categories[category]?.required ? '' : undefined,
    children: <Switch category={category} />,
  }),
  'category',
)
