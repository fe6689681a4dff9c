import { readChoiceForm, readChoiceJson, type PostedChoice } from '../../core/decision/choice.js'
import { makeRecord, token, type ConsentRecord } from '../../core/decision/record.js'
import { debug } from '../../core/debug.js'
import { readBody } from './read-body.js'
import { type Consent, servicesOf } from '../../core/declaration/consent.js'

/** A choice as it reached the endpoint. */
export interface ReceivedChoice extends PostedChoice {
  /** Whether a form was posted, whose reply is shown to the visitor. */
  readonly isForm: boolean
}

const EQUALS = 0x3d

/** Reads a posted choice, JSON or a form; the status that refuses it where there is none. */
export async function readChoice(request: Request): Promise<ReceivedChoice | 400 | 413> {
  const type = request.headers.get('content-type') ?? ''
  const [essence = ''] = type.toLowerCase().split(';')
  const isJson = essence.trim() === 'application/json'
  if (!isJson && !/^(application\/x-www-form-urlencoded|multipart\/form-data)$/.test(essence.trim())) return 400
  const bytes = await readBody(request)
  if (typeof bytes === 'number') return bytes
  // Browsers write each field with an equals sign: other text is not a form.
  if (essence.includes('urlencoded') && bytes.length && !bytes.includes(EQUALS)) return 400
  const body = new Response(bytes, { headers: { 'content-type': type } })
  try {
    const posted = isJson ? readChoiceJson(await body.json()) : readChoiceForm(await body.formData())
    return posted ? { ...posted, isForm: !isJson } : 400
  } catch (error) {
    // Each runtime has its own errors for what is no JSON and no form.
    debug('A posted choice could not be read.', error)
    return 400
  }
}

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

/**
 * The ticked services, and all of a group of which none is ticked: the box of a category that was not ticked before stands, alone, for all
 * its services, as it does where a page runs scripts. Those whose category is not ticked are left out of the record.
 */
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
