import { servicesOf } from '../../core/declaration/consent.js'
import { takeEarlyTick } from '../../react/before-paint.js'
import type { ConsentContextValue } from '../../react/context.js'

/**
 * Applies to the draft what the visitor ticked in a form before React hydrated it. Every other box shows the draft. A
 * browser restores ticks after a reload or a step back, and those are not a choice. Services come first, so that a category
 * that was ticked with some of its services does not tick the others.
 */
export function takeTicks(store: ConsentContextValue['store'], form: HTMLFormElement | null, isUsed: boolean): void {
  for (const field of ['services', 'categories'] as const)
    for (const box of form?.querySelectorAll<HTMLInputElement>(`[name=${field}]`) ?? []) {
      const { checked, value } = box
      const { category = value } = box.closest<HTMLElement>('[data-category]')?.dataset ?? {}
      const isDrafted = store.getState().draft[field].includes(value)
      if (!(takeEarlyTick(box) && isUsed)) box.checked = isDrafted
      else if (checked !== isDrafted) tick(store, checked, category, field === 'services' ? value : undefined)
    }
}

/**
 * Ticks or unticks a category or one of its services in the draft. A category ticks all its services. A service ticks its
 * category. The last service unticks it, unless the category declares something besides its services.
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

/** Adds ids to a list, or removes them. */
function toggle(ids: readonly string[], changed: readonly string[], isTicked: unknown): string[] {
  return isTicked ? [...new Set([...ids, ...changed])] : ids.filter((id) => !changed.includes(id))
}
