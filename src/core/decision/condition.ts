import { ConsentError } from '../errors.js'
import { type Consent, type Owner, servicesOf, type Granted } from '../declaration/consent.js'
import type { CategoryId, RegisteredConsent, ServiceId } from '../declaration/register.js'

/** What must be granted: a category, a service in one, or some of them together. */
export type Condition<C extends Consent = RegisteredConsent> =
  | CategoryId<C>
  | { readonly service: ServiceId<C> }
  | { readonly and: readonly Condition<C>[] }
  | { readonly or: readonly Condition<C>[] }
  | { readonly not: Condition<C> }

/** A condition as a component takes it: exactly one of the three. */
export type Requirement<C extends Consent = RegisteredConsent> =
  | {
      /** The category that must be granted. */
      category: CategoryId<C>
      service?: undefined
      when?: undefined
    }
  | {
      /** The service that must be granted, and its category with it. */
      service: ServiceId<C>
      category?: undefined
      when?: undefined
    }
  | {
      /** Categories and services that must be granted, by `and`, `or` and `not`. */
      when: Condition<C>
      category?: undefined
      service?: undefined
    }

/**
 * Whether a grant fulfils a condition. Pure. An `and` of nothing is fulfilled, an `or` of nothing is not.
 *
 * @example
 * ```ts
 * import { isGranted } from 'assent/core'
 *
 * const grant = { categories: ['essential', 'analytics'], services: [] }
 * isGranted({ and: ['analytics', { not: 'marketing' }] }, grant) // true
 * ```
 */
export function isGranted<C extends Consent = RegisteredConsent>(condition: Condition<C>, grant: Granted): boolean
export function isGranted(condition: Condition<Consent>, grant: Granted): boolean {
  if (typeof condition === 'string') return grant.categories.includes(condition)
  if ('service' in condition) return grant.services.includes(condition.service)
  if ('not' in condition) return !isGranted<Consent>(condition.not, grant)
  if ('or' in condition) return condition.or.some((one) => isGranted<Consent>(one, grant))
  return condition.and.every((one) => isGranted<Consent>(one, grant))
}

/** The condition of a component's props. */
export function conditionOf({ category, service, when }: Requirement<Consent>): Condition<Consent> {
  return when ?? (service === undefined ? category : { service })
}

/** Who asks by a condition for a grant: what stands under a `not` does not. */
export function ownersIn(condition: Condition<Consent>, { categories }: Pick<Consent, 'categories'>): Owner[] {
  if (typeof condition === 'string') return [{ category: condition }]
  if ('service' in condition) {
    const { service } = condition
    const category = Object.keys(categories).find((id) => Object.hasOwn(categories[id]?.services ?? {}, service))
    return category === undefined ? [] : [{ category, service }]
  }
  if ('not' in condition) return []
  return ('or' in condition ? condition.or : condition.and).flatMap((one) => ownersIn(one, { categories }))
}

/** Throws for an id that is not declared: a `not` of it would be fulfilled, anything else never. Called in development builds only. */
export function checkCondition(condition: Condition<Consent>, consent: Consent): void {
  if (typeof condition === 'string') {
    if (!consent.ids.includes(condition))
      throw new ConsentError(
        'unknown-category',
        `Consent for "${condition}" is asked for, and no category has that id, so it would never be granted. Declared are: ${consent.ids.join(', ')}.`,
      )
  } else if ('service' in condition) {
    const known = servicesOf(consent)
    if (!known.includes(condition.service))
      throw new ConsentError(
        'unknown-service',
        `Consent for the service "${condition.service}" is asked for, and no category has one of that id, so it would never be granted. Declared are: ${known.join(', ') || 'none'}.`,
      )
  } else if ('not' in condition) checkCondition(condition.not, consent)
  else for (const one of 'or' in condition ? condition.or : condition.and) checkCondition(one, consent)
}
