import type { Consent } from '../core/consent/consent.js'
import { ConsentError } from '../core/errors.js'
import type { ConsentStore } from '../store/create-consent-store.js'

/** The id of a category, or of a service in one. */
export type GrantId<C extends Consent = Consent> = C['ids'][number] | ServiceId<C>

type ServiceId<C> = C extends Consent<infer K> ? KeysOf<K[keyof K]> : never
type KeysOf<D> = D extends { readonly services: infer S } ? keyof S & string : never

/** What grants each thing that a vendor asks for; `false`: nothing does. */
export type GrantedBy<Name extends string = string, Id extends string = string> = Readonly<Record<Name, Id | false>>

/**
 * Tells what is granted, by the names of `grantedBy`: at once where anything is, or where the visitor has decided; then at
 * every choice, before a withdrawal erases. Until it tells, nothing is granted. Gives what ends it.
 */
export function followGrant<Name extends string>(
  store: ConsentStore,
  grantedBy: GrantedBy<Name>,
  tell: (granted: Readonly<Record<Name, boolean>>) => void,
): () => void {
  const { consent, getState, subscribe } = store
  if (process.env.NODE_ENV !== 'production') checkIds(consent, Object.values<string | false>(grantedBy))
  const names = Object.keys(grantedBy) as Name[] // those of the type, and no other
  let told = ''
  const hear = (): void => {
    const { grant, status } = getState()
    const isGranted = (id: string | false): boolean =>
      id !== false && (consent.ids.includes(id) ? grant.categories : grant.services).includes(id)
    const granted = Object.fromEntries(names.map((name) => [name, isGranted(grantedBy[name])])) as Record<Name, boolean>
    const next = names.filter((name) => granted[name]).join()
    if (status === 'decided' || next !== told) tell(granted)
    told = next
  }
  hear()
  return subscribe(({ grant }, previous) => {
    if (grant !== previous.grant) hear()
  })
}

/** What a vendor gives on a server, where there is no page to tell. */
export const tellNobody = (): void => {}

function checkIds({ ids, categories }: Consent, given: readonly (string | false)[]): void {
  const declared = [...ids, ...ids.flatMap((id) => Object.keys(categories[id]?.services ?? {}))]
  const unknown = given.filter((id) => id !== false && !declared.includes(id))
  if (unknown.length)
    throw new ConsentError(
      'unknown-category',
      `A vendor waits for "${unknown.join('", "')}", and no category or service has that id, so it would never be granted. Declared are: ${declared.join(', ')}. Say in grantedBy which of them grants it, or false.`,
    )
}
