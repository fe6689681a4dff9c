import type { Consent } from '../core/consent/consent.js'
import { servicesOf } from '../core/consent/grant.js'
import { makeRecord } from '../core/consent/make-record.js'
import { token, type ConsentRecord } from '../core/consent/record.js'
import type { PostedChoice } from './read-choice.js'

/** A page's clock may be set for another time zone. In milliseconds: one day. */
const MAX_CLOCK_SKEW = 86_400_000

/**
 * The record of a posted choice; `undefined` where it is to be forgotten. A page has written its own already, so its id
 * and its time are kept where they can be: then both are the same text.
 */
export function recordOf(
  { choice, id, timestamp, language, ...chosen }: PostedChoice,
  consent: Consent,
  { now, createId }: { now: number; createId: () => string },
): ConsentRecord | undefined {
  if (choice === 'reset') return
  const categories = { accept: consent.ids, save: chosen.categories, reject: [], withdraw: [] }[choice]
  const services = choice === 'save' ? servicesIn(chosen, consent) : undefined
  const circumstances = { via: choice, language, id: token(id) ?? createId(), timestamp: timeOf(timestamp, now) }
  return makeRecord({ categories, services }, consent, circumstances)
}

/** The ticked services, and all of a group of which none is ticked. Those whose category is not are left out of the record. */
function servicesIn(
  { services, groups = [] }: Pick<PostedChoice, 'services' | 'groups'>,
  consent: Consent,
): readonly string[] | undefined {
  const whole = groups.map((id) => servicesOf(consent, [id])).filter((own) => !own.some((id) => services?.includes(id)))
  return services && [...services, ...whole.flat()]
}

/** As `toISOString` writes it, and no other text that `Date.parse` takes: those can hold anything. */
function timeOf(timestamp: string | undefined, now: number): string {
  const time = timestamp === undefined ? NaN : Date.parse(timestamp)
  if (!(Math.abs(time - now) <= MAX_CLOCK_SKEW)) return new Date(now).toISOString()
  return new Date(time).toISOString()
}
