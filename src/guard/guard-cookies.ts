import type { Consent } from '../core/declaration/consent.js'
import type { Judge } from './judge.js'
import { type Patches, promised } from './patch.js'
import { compileOwners } from '../core/declaration/owners.js'

/** Matches a line that seems to erase: it has no value, or expires at once. It decides only what is reported. */
const ERASES = /^[^=]*=\s*(;|$)|;\s*max-age\s*=\s*[-0]/i

/**
 * Judges writes to `document.cookie` and `cookieStore`, and calls `onOwn` after the consent cookie was written. A refused
 * line is written with `max-age=0`, so that the browser erases the same cookie and nobody else needs to parse the line. The
 * last of equal attributes counts, and Max-Age wins over Expires (RFC 6265bis §5.6, §5.7).
 */
export function guardCookies(
  { cookie, ownersOf, isEssential }: Consent,
  { judge }: Judge,
  { patch }: Patches,
  onOwn: () => void,
): void {
  patch(Document.prototype, 'cookie', (run, [value], page) => {
    const line = String(value)
    const name = /^[ \t=]*([^=;]*?)[ \t]*(?:[=;]|$)/.exec(line)?.[1] ?? ''
    if (isEssential(name)) run()
    else
      judge('document.cookie', name, ownersOf(name), { place: [page, name], erases: ERASES.test(line) })(run, () =>
        run([`${line}; max-age=0`]),
      )
    if (name === cookie.name) onOwn()
  })

  const { CookieStore } = globalThis as Partial<typeof globalThis>
  patch(CookieStore?.prototype, 'set', (run, args, store) => {
    const { name = args[0], expires } = Object(args[0]) as Partial<CookieInit>
    const target = String(name)
    return isEssential(target) || (expires && expires <= Date.now())
      ? run()
      : promised(judge('cookieStore', target, ownersOf(target), { place: [store, target] }), run)
  })
}

/** Judges `setItem` of localStorage and sessionStorage. */
export function guardStorage({ categories }: Consent, { judge }: Judge, { patch }: Patches): void {
  const ownersOf = compileOwners(categories, ({ storage }) => storage)
  patch(Storage.prototype, 'setItem', (run, args, storage) => {
    const key = String(args[0])
    const route = storage === localStorage ? 'localStorage' : 'sessionStorage'
    return judge(route, key, ownersOf(key), { place: [storage, key] })(run, () => undefined)
  })
}
