'use client'
import { useId } from 'react'
import type { CategoryId } from '../../core/declaration/register.js'
import { createPart, type Markup, type Part, partOf } from './create-part.js'
import { alwaysId, Switch } from './switch.js'

export const categories: Markup<'fieldset'> = [
  'fieldset',
  'categories',
  ({ store }, { preferences }) => ({
    'aria-label': preferences,
    children: store.consent.ids.map((id) => <Category key={id} category={id as CategoryId} />),
  }),
]

/** Shows all categories, each with its checkbox. Renders a `<fieldset>` element. */
export const Categories: Part<'fieldset'> = /* @__PURE__ */ partOf(categories)

export interface CategoryProps {
  /** The id of a declared category. */
  category: CategoryId
}

/**
 * Shows one category: its name, its description, its native checkbox (or "Always active"), and its cookies and services.
 * The checkbox is mixed while some services are not ticked. Renders a `<div>` element, a group that the category's name names, with `data-category`, and
 * `data-required` for a required category.
 */
export const Category: Part<'div', CategoryProps> = createPart<'div', CategoryProps>(
  'div',
  'category',
  ({ store }, _, { category }) => {
    const id = useId()
    const isRequired = store.consent.categories[category]?.required
    return {
      role: 'group',
      'aria-labelledby': id,
      'aria-describedby': isRequired ? alwaysId(id) : undefined, // it has no box of which that could be heard
      'data-category': category,
      'data-required': isRequired ? '' : undefined,
      children: <Switch category={category} id={id} />,
    }
  },
  'category',
)
