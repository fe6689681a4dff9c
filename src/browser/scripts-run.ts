import type { Granted, Owner } from '../core/declaration/consent.js'

/** The scripts that have run in this page by grants of a store: only another page is free of them. */
export interface ScriptsRun {
  /** Notes that a script of this owner has run. */
  add(this: void, owner: Owner): void
  /** Whether a script of one of these categories, their services included, or of these services has run. */
  has(this: void, granted: Granted): boolean
}

/** Made once for a store, by its `once`. */
export function createScriptsRun(): ScriptsRun {
  const owners: Owner[] = []
  return {
    add(owner) {
      owners.push(owner)
    },
    has: ({ categories, services }) =>
      owners.some(({ category, service }) => categories.includes(category) || (service && services.includes(service))),
  }
}
