import type { Consent } from '../core/declaration/consent.js'
import { ConsentError } from '../core/errors.js'
import type { ConsentStore } from '../store/create-consent-store.js'

/** The id of a category, or of a service in one. */
export type GrantId<C extends Consent = Consent> = C['ids'][number] | ServiceId<C>

type ServiceId<C> = C extends Consent<infer K> ? KeysOf<K[keyof K]> : never
type KeysOf<D> = D extends { readonly services: infer S } ? keyof S & string : never

/** What grants each thing that a vendor asks for; `false`: nothing does. */
export type GrantedBy<Name extends string = string, Id extends string = string> = Readonly<Record<Name, Id | false>>

/** What vendors are told of each thing. */
type States<Name extends string> = Readonly<Record<Name, 'granted' | 'denied'>>

/** What each vendor was told last, by a store. */
const createTold = (): Record<string, string> => ({})

/**
 * Tells a vendor what is granted, by its names: first the `default`, which is nothing but what `usual` has as true; then an
 * `update`, at once where anything is granted or the visitor has decided, and at every choice, before a withdrawal erases.
 * Who calls it again for a store tells what has changed since. Gives what ends it. On a server there is no page to tell.
 */
export function followGrant<Name extends string>(
  { consent, getState, onChange, once }: ConsentStore,
  vendor: string,
  usual: Readonly<Record<Name, string | true>>,
  given: Partial<GrantedBy<Name>> | undefined,
  tell: (states: States<Name>, command: 'default' | 'update') => void,
): () => void {
  if (typeof document === 'undefined') return () => {}
  const grantedBy = Object.entries<string | boolean>({ ...usual, ...given })
  if (process.env.NODE_ENV !== 'production') checkIds(consent, Object.values<unknown>({ ...given }), grantedBy)
  const told = once(createTold)
  const hear = (ids: readonly unknown[], isDecided?: boolean): void => {
    const states = grantedBy.map(([name, id]) => [name, ids.includes(id) ? 'granted' : 'denied'])
    const text = states.join()
    const last = told[vendor]
    told[vendor] = text
    if (isDecided || text !== last) tell(Object.fromEntries(states) as States<Name>, last ? 'update' : 'default') // by the same names
  }
  const read = (isChoice: boolean): void => {
    const { grant, status } = getState()
    hear([true, ...grant.categories, ...grant.services], isChoice && status === 'decided')
  }
  const isFirst = !told[vendor]
  if (isFirst) hear([true])
  read(isFirst)
  return onChange(() => read(true))
}

/** What is given must be declared, once; of what is usual, something, or nothing would ever be granted. */
function checkIds(
  { ids, categories }: Consent,
  given: readonly unknown[],
  grantedBy: readonly (readonly [string, string | boolean])[],
): void {
  const declared: unknown[] = [...ids, ...ids.flatMap((id) => Object.keys(categories[id]?.services ?? {}))]
  const asked = grantedBy.map(([, id]) => id).filter((id) => typeof id === 'string')
  const isIdle = asked.length > 0 && !asked.some((id) => declared.includes(id))
  const wrong = (isIdle ? asked : given).filter(
    (id) => id !== false && declared.filter((other) => other === id).length !== 1,
  )
  if (wrong.length)
    throw new ConsentError(
      'unknown-category',
      `A vendor waits for "${wrong.join('", "')}", which is not the id of one category or of one service, so that nobody knows what would grant it. Declared are: ${declared.join(', ')}. Say in grantedBy which of them grants it, or false.`,
    )
}
