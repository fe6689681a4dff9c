import { readChoiceForm, readChoiceJson, type PostedChoice } from '../../core/decision/choice.js'
import { parseJson } from '../../core/json.js'
import { makeRecord, token, type ConsentRecord } from '../../core/decision/record.js'
import { debug } from '../../core/debug.js'
import { readBody } from './read-body.js'
import { type Consent, servicesOf } from '../../core/declaration/consent.js'

/** A choice that was posted to the endpoint. */
export interface ReceivedChoice extends PostedChoice {
  /** Whether a form was posted. The visitor sees the reply to a form. */
  readonly isForm: boolean
}

const EQUALS = 0x3d

/** Reads a posted choice, from JSON or a form. Gives a status to refuse the request with if it holds no choice. */
export async function readChoice(request: Request): Promise<ReceivedChoice | 400 | 413> {
  const type = request.headers.get('content-type') ?? ''
  const [essence = ''] = type.toLowerCase().split(';')
  const isJson = essence.trim() === 'application/json'
  if (!isJson && !/^(application\/x-www-form-urlencoded|multipart\/form-data)$/.test(essence.trim())) return 400
  const bytes = await readBody(request)
  if (typeof bytes === 'number') return bytes
  // Browsers write an equals sign for each field, so text without one is not a form.
  if (essence.includes('urlencoded') && bytes.length && !bytes.includes(EQUALS)) return 400
  const isParts = essence.includes('multipart')
  const posted = isJson ? readJson(bytes) : isParts ? await readParts(bytes, type) : readFields(bytes)
  return posted ? { ...posted, isForm: !isJson } : 400
}

/** The most brackets of posted JSON. A choice has four, and engines take long for text that is nested deeply. */
const MAX_BRACKETS = 100

/** Reads JSON; `undefined` for what is none, and for more brackets than a choice has. */
function readJson(bytes: Uint8Array): PostedChoice | undefined {
  const text = new TextDecoder().decode(bytes)
  return text.split(/[[{]/, MAX_BRACKETS + 2).length > MAX_BRACKETS + 1 ? undefined : readChoiceJson(parseJson(text))
}

function readFields(bytes: Uint8Array): PostedChoice | undefined {
  return readChoiceForm(new URLSearchParams(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)))
}

async function readParts(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<PostedChoice | undefined> {
  try {
    return readChoiceForm(await new Response(bytes, { headers: { 'content-type': type } }).formData())
  } catch (error) {
    // Each runtime has its own errors for invalid forms.
    debug('A posted choice could not be read.', error)
    return undefined
  }
}

/** How far a page's clock may be off, in milliseconds: one day, because it may be set to another time zone. */
const MAX_CLOCK_SKEW = 86_400_000

/**
 * Makes the record of a posted choice; `undefined` for a reset. A page has written its record already. Its id and time are
 * kept if they are valid, so that both records are the same text.
 */
export function recordOf(
  { choice, id, timestamp, language, ...chosen }: PostedChoice,
  consent: Consent,
  { now, createId }: { now: number; createId: () => string },
): ConsentRecord | undefined {
  if (choice === 'reset') return
  const categories = { accept: consent.ids, save: chosen.categories, reject: [], withdraw: [], dismiss: [] }[choice]
  const services = choice === 'save' ? servicesIn(chosen, consent) : undefined
  const details = { via: choice, language, id: token(id) ?? createId(), timestamp: timeOf(timestamp, now) }
  return makeRecord({ categories, services }, consent, details)
}

/**
 * Gives the ticked services. If no service of a group is ticked, all of the group count: without scripts, the box of a
 * category that was not ticked before stands for all its services. A record leaves out services whose category is not
 * ticked.
 */
function servicesIn(
  { services, groups = [] }: Pick<PostedChoice, 'services' | 'groups'>,
  consent: Consent,
): readonly string[] | undefined {
  const posted = new Set(groups)
  const ticked = new Set(services)
  const whole = consent.ids
    .filter((id) => posted.has(id))
    .map((id) => servicesOf(consent, [id]))
    .filter((group) => !group.some((id) => ticked.has(id)))
  return services && [...services, ...whole.flat()]
}

/** Gives a time as `toISOString` writes it. `Date.parse` accepts other texts too, which can hold anything, so they are not kept. */
function timeOf(timestamp: string | undefined, now: number): string {
  const time = timestamp === undefined ? NaN : Date.parse(timestamp)
  if (!(Math.abs(time - now) <= MAX_CLOCK_SKEW)) return new Date(now).toISOString()
  return new Date(time).toISOString()
}
