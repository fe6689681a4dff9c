'use client'
import { useId, type KeyboardEvent } from 'react'
import type { CategoryId } from '../../core/consent/register.js'
import { useConsentContext } from '../../react/context.js'
import { useConsentActions } from '../../react/use-consent-actions.js'
import { useConsentStore } from '../../react/use-consent-store.js'
import { createPart, type Part } from '../create-part.js'
import { useWords, wordsOf } from '../use-words.js'
import { CategoryCookies } from './category-cookies.js'
import { toggle } from './use-ticks.js'

export interface CategoryProps {
  /** The id of a declared category. */
  category: CategoryId
}

/**
 * One category: its name, what it is for, its native checkbox (or "Always active"), and its cookies. Renders a `<div>`
 * element with `data-category`, and `data-required` where it cannot be refused.
 */
export const Category: Part<'div', CategoryProps> = createPart<'div', CategoryProps>(
  'div',
  'category',
  ({ category: id }) => {
    const config = useConsentContext().store.consent.categories[id]
    const draft = useConsentStore((state) => state.draft.categories)
    const { setDraft } = useConsentActions()
    const words = useWords()
    const { name, description } = wordsOf(id, config, words)
    const describedBy = useId()
    const control = config?.required ? (
      <span data-assent="always">{words.alwaysActive}</span>
    ) : (
      <input
        type="checkbox"
        name="categories"
        value={id}
        checked={draft.includes(id)}
        aria-describedby={describedBy}
        onKeyDown={keepEnter}
        onChange={({ target }) => setDraft({ categories: toggle(draft, id, target.checked) })}
      />
    )
    return {
      'data-category': id,
      'data-required': config?.required ? '' : undefined,
      children: (
        <>
          <label>
            <span data-assent="name">{name}</span> {control}
          </label>
          <p id={describedBy}>{description}</p>
          <CategoryCookies category={id} />
        </>
      ),
    }
  },
  'category',
)

/** Enter in a form presses its first button: here that would reject all, or close the panel. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}
