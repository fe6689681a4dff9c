import { servicesOf } from '../../core/consent/grant.js'
import type { ConsentContextValue } from '../../react/context.js'

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
