import type { Granted, Owner } from '../core/declaration/consent.js'

/** The scripts that have run in this page with grants of a store. Only a reload removes their code. */
export interface ScriptsRun {
  /** Records that a script of this owner has run. */
  add(this: void, owner: Owner): void
  /** Whether a script of one of these categories, their services included, or of these services has run. */
  has(this: void, granted: Granted): boolean
}

/** Makes the list of scripts of a store. Call it by the store's `once`. */
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
