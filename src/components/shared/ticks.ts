import { servicesOf } from '../../core/declaration/consent.js'
import { useCallback, type RefObject } from 'react'
import { takeEarlyTick } from '../../react/before-paint.js'
import { useConsentContext, type ConsentContextValue } from '../../react/context.js'

/**
 * Lays over the draft what the visitor ticked in a form before React took it over. Any other box shows the draft: a
 * browser that goes back, or reloads, ticks what was ticked when the page was left, and that is no choice. Services
 * first: a category that was ticked with some of them does not bring the others.
 */
export function useTicks(form: RefObject<HTMLFormElement | null>): (isUsed: boolean) => void {
  const { store } = useConsentContext()
  return useCallback(
    (isUsed) => {
      for (const field of ['services', 'categories'] as const)
        for (const box of form.current?.querySelectorAll<HTMLInputElement>(`[name=${field}]`) ?? []) {
          const { checked, value } = box
          const { category = value } = box.closest<HTMLElement>('[data-category]')?.dataset ?? {}
          const isDrafted = store.getState().draft[field].includes(value)
          if (!(takeEarlyTick(box) && isUsed)) box.checked = isDrafted
          else if (checked !== isDrafted) tick(store, checked, category, field === 'services' ? value : undefined)
        }
    },
    [form, store],
  )
}

/**
 * Ticks or unticks a category or a service of it in the draft. A category stands for all its services. A service brings its
 * category, and the last one takes it along, unless the category declares something of its own.
 */
export function tick(
  { consent, getState, setDraft }: ConsentContextValue['store'],
  isTicked: boolean,
  category: string,
  service?: string,
): void {
  const { draft } = getState()
  const { cookies, storage, urls } = consent.categories[category] ?? {}
  const group = servicesOf(consent, [category])
  const services = toggle(draft.services, service ? [service] : group, isTicked)
  const isLeft =
    service && (group.some((id) => services.includes(id)) || [cookies, storage, urls].some((list) => list?.length))
  setDraft({ categories: toggle(draft.categories, [category], isTicked || isLeft), services })
}

/** The ids with these, or without them. */
function toggle(ids: readonly string[], changed: readonly string[], isTicked: unknown): string[] {
  return isTicked ? [...new Set([...ids, ...changed])] : ids.filter((id) => !changed.includes(id))
}
