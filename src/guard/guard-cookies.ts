import type { Consent } from '../core/declaration/consent.js'
import type { Judge } from './judge.js'
import { type Patches, promised } from './patch.js'
import { keyOwners } from '../core/declaration/owners.js'
import { trimWsp } from '../core/cookies/parse-cookie.js'

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
    const name = nameIn(line)
    const write = (): unknown => run([line])
    if (isEssential(name)) write()
    else
      judge('document.cookie', name, ownersOf(name), { place: [page, name], erases: ERASES.test(line) })(write, () =>
        run([`${line}; max-age=0`]),
      )
    if (name === cookie.name) onOwn()
  })

  const { CookieStore } = globalThis as Partial<typeof globalThis>
  patch(CookieStore?.prototype, 'set', (run, args, store) => {
    // With two arguments the first one is a name, whatever it is.
    const texts = args.length > 1 ? args.slice(0, 2).map(String) : undefined
    const init: Partial<Init> | undefined = texts ? { name: texts[0], value: texts[1] } : initOf(args[0])
    const write = (): unknown => run(texts ?? (init ? [init] : args))
    const { name, value, expires } = init ?? {}
    const target = nameIn(`${String(name)}=${String(value)}`)
    return isEssential(target) || (expires && Number(expires) <= Date.now())
      ? write()
      : promised(judge('cookieStore', target, ownersOf(target), { place: [store, target] }), write)
  })
}

/** Judges `setItem` of localStorage and sessionStorage. */
export function guardStorage(consent: Consent, { judge }: Judge, { patch }: Patches): void {
  const ownersOf = consent.once(keyOwners)
  patch(Storage.prototype, 'setItem', (run, args, storage) => {
    const key = String(args[0])
    const route = storage === localStorage ? 'localStorage' : 'sessionStorage'
    const write = (): unknown => run([key, ...args.slice(1)])
    return judge(route, key, ownersOf(key), { place: [storage, key] })(write, () => undefined)
  })
}

/**
 * Gives the name by which a page reads the cookie of a line: trimmed as browsers trim (RFC 6265bis §5.6). A nameless cookie
 * is read as its value, and there `=` may begin a name.
 */
function nameIn(line: string): string {
  return trimWsp(line.replace(/^[\t =]+/, '').replace(/[=;][^]*/, ''))
}

type Init = Record<'name' | 'value' | 'expires', unknown>

/** Copies a `CookieInit`. Each member is read once, so that the browser stores what was judged. */
function initOf(given: unknown): Init | undefined {
  if (Object(given) !== given) return
  const members = ['name', 'value', 'expires', 'maxAge', 'domain', 'path', 'sameSite', 'partitioned'].map(
    (key) => [key, Reflect.get(given as object, key)] as const, // it is an object
  )
  return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as Init
}
