import type { Owner } from './consent/consent.js'

const run = new WeakMap<object, Map<string, Owner>>()

/** Notes, for a store, that a script of this owner has run in this page: nothing but a new page ends it. */
export function markRun(store: object, owner: Owner): void {
  let owners = run.get(store)
  if (!owners) run.set(store, (owners = new Map()))
  owners.set(`${owner.category} ${owner.service ?? ''}`, owner)
}

/** The owners whose scripts have run. */
export function ownersRun(store: object): Iterable<Owner> {
  return run.get(store)?.values() ?? []
}
