import { compileOwners } from '../core/consent/compile-owners.js'
import type { Consent } from '../core/consent/consent.js'
import type { Judge } from './judge.js'
import type { Patches } from './patch.js'

/** Judges `setItem` of localStorage and sessionStorage. */
export function guardStorage({ categories }: Consent, { judge }: Judge, { patch }: Patches): void {
  const ownersOf = compileOwners(categories, ({ storage }) => storage)
  patch(Storage.prototype, 'setItem', (run, args, storage) => {
    const key = String(args[0])
    const route = storage === localStorage ? 'localStorage' : 'sessionStorage'
    return judge(route, key, ownersOf(key), { place: [storage, key] })(run, () => undefined)
  })
}
