import type { Consent } from '../core/declaration/consent.js'
import { ConsentError } from '../core/errors.js'
import type { ConsentStore } from '../store/create-consent-store.js'

/** The id of a category, or of a service in one. */
export type GrantId<C extends Consent = Consent> = C['ids'][number] | ServiceId<C>

type ServiceId<C> = C extends Consent<infer K> ? KeysOf<K[keyof K]> : never
type KeysOf<D> = D extends { readonly services: infer S } ? keyof S & string : never

/** The category or service that grants each consent type of a vendor; `false`: none does. */
export type GrantedBy<Name extends string = string, Id extends string = string> = Readonly<Record<Name, Id | false>>

/** The state of each consent type, as vendors get it. */
type States<Name extends string> = Readonly<Record<Name, 'granted' | 'denied'>>

/** Makes the list of the states that a store sent to each vendor last. */
const createSent = (): Record<string, string> => ({})

/**
 * Sends the grant to a vendor, in its own names. First it sends `default`, in which only types that are `true` in `usual`
 * are granted. It sends `update` at once if anything is granted or the visitor has decided, and at every choice, before a
 * withdrawal erases. A second call for the same store sends only what has changed. Gives a function that stops it. On a
 * server it does nothing.
 */
export function followGrant<Name extends string>(
  { consent, getState, onChange, once }: ConsentStore,
  vendor: string,
  usual: Readonly<Record<Name, string | true>>,
  given: Partial<GrantedBy<Name>> | undefined,
  send: (states: States<Name>, command: 'default' | 'update') => void,
): () => void {
  if (typeof document === 'undefined') return () => {}
  const grantedBy = Object.entries<string | boolean>({ ...usual, ...given })
  if (process.env.NODE_ENV !== 'production') checkIds(consent, Object.values<unknown>({ ...given }), grantedBy)
  const sent = once(createSent)
  const sendStates = (ids: readonly unknown[], isDecided?: boolean): void => {
    const states = grantedBy.map(([name, id]) => [name, ids.includes(id) ? 'granted' : 'denied'])
    const text = states.join()
    const last = sent[vendor]
    sent[vendor] = text
    if (isDecided || text !== last) send(Object.fromEntries(states) as States<Name>, last ? 'update' : 'default') // the names stay the same
  }
  const read = (isChoice: boolean): void => {
    const { grant, status } = getState()
    sendStates([true, ...grant.categories, ...grant.services], isChoice && status === 'decided')
  }
  const isFirst = !sent[vendor]
  if (isFirst) sendStates([true])
  read(isFirst)
  return onChange(() => read(true))
}

/** Throws if a given id is not declared exactly once, or if none of the usual ids is declared, so nothing could be granted. */
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
      `A vendor waits for "${wrong.join('", "')}", which is not the id of exactly one category or service. Nothing could grant it. Set grantedBy to false or to a declared id: ${declared.join(', ')}.`,
    )
}
