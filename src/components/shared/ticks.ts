import { servicesOf } from '../../core/declaration/consent.js'
import { useCallback, type RefObject } from 'react'
import { useConsentContext, type ConsentContextValue } from '../../react/context.js'

/**
 * Lays over the draft what was ticked in a form before React took it over: each box that is not as it was sent. Services
 * first: a category that was ticked with some of them does not bring the others.
 */
export function useTicks(form: RefObject<HTMLFormElement | null>): () => void {
  const { store } = useConsentContext()
  return useCallback(() => {
    for (const field of ['services', 'categories'] as const)
      for (const box of form.current?.querySelectorAll<HTMLInputElement>(`[name=${field}]`) ?? []) {
        const { checked, value } = box
        const { category = value } = box.closest<HTMLElement>('[data-category]')?.dataset ?? {}
        if (checked !== box.defaultChecked && checked !== store.getState().draft[field].includes(value))
          tick(store, checked, category, field === 'services' ? value : undefined)
      }
  }, [form, store])
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
