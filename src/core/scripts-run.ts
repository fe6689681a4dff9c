import type { Owner, Granted } from './declaration/consent.js'

const run = new WeakMap<object, Set<string>>()

/** Notes, for a store, that a script of this owner has run in this page: only another page is free of it. */
export function markRun(store: object, { category, service }: Owner): void {
  let names = run.get(store)
  if (!names) run.set(store, (names = new Set()))
  names.add(`category ${category}`)
  if (service) names.add(`service ${service}`)
}

/** Whether a script of one of these categories, their services included, or of these services has run. */
export function hasRun(store: object, { categories, services }: Granted): boolean {
  const names = run.get(store)
  return (
    !!names &&
    (categories.some((id) => names.has(`category ${id}`)) || services.some((id) => names.has(`service ${id}`)))
  )
}
