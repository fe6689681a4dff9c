import { type Choice, makeRecord, token, type ConsentRecord } from '../../core/decision/record.js'
import { debug } from '../../core/debug.js'
import { readBody } from './read-body.js'
import { type Consent, servicesOf } from '../../core/declaration/consent.js'

/** What a visitor can choose. `withdraw` takes back all that was granted; `reset` forgets the choice. */
export type ChoiceName = 'accept' | 'reject' | 'save' | 'withdraw' | 'reset'

/** A choice as it was posted: declared or not, its ids are texts. */
export interface PostedChoice extends Choice {
  /** Categories with switches for their services that a form showed without a tick. */
  readonly groups?: readonly string[] | undefined
  readonly choice: ChoiceName
  /** Whether a form was posted, whose reply is shown to the visitor. */
  readonly isForm: boolean
  readonly id?: string | undefined
  readonly timestamp?: string | undefined
  readonly language?: string | undefined
}

const NAMES: readonly ChoiceName[] = ['accept', 'reject', 'save', 'withdraw', 'reset']

/** Reads a posted choice, JSON or a form; the status that refuses it where there is none. */
export async function readChoice(request: Request): Promise<PostedChoice | 400 | 413> {
  const type = request.headers.get('content-type') ?? ''
  const [essence = ''] = type.toLowerCase().split(';')
  const isJson = essence.trim() === 'application/json'
  if (!isJson && !/^(application\/x-www-form-urlencoded|multipart\/form-data)$/.test(essence.trim())) return 400
  const bytes = await readBody(request)
  if (typeof bytes === 'number') return bytes
  const body = new Response(bytes, { headers: { 'content-type': type } })
  try {
    return (isJson ? readMembers(await body.json(), false) : readForm(await body.formData())) ?? 400
  } catch (error) {
    // Each runtime has its own errors for what is no JSON and no form.
    debug('A posted choice could not be read.', error)
    return 400
  }
}

function readMembers(data: unknown, isForm: boolean): PostedChoice | undefined {
  if (typeof data !== 'object' || data === null) return
  // An object, whatever it was: each member is checked below.
  const {
    choice: name,
    categories,
    services,
    groups,
    id,
    timestamp,
    language,
  } = data as Readonly<Record<string, unknown>>
  const choice = NAMES.find((known) => known === name)
  if (!choice || !isTexts(categories) || !isTexts(services) || !isTexts(groups)) return
  if (!isText(id) || !isText(timestamp) || !isText(language)) return
  return { choice, categories: categories ?? [], services, groups, id, timestamp, language, isForm }
}

/**
 * A form tells of a box that is not ticked nothing at all. So a field named `services`, an empty hidden one too, says that
 * the form has switches for services, and that only the ticked ones are granted. A category that is named in `groups` was
 * not ticked before: its box, ticked alone, stands for all its services, as it does where a page runs scripts.
 */
function readForm(form: FormData): PostedChoice | undefined {
  const names = new Set(form.getAll('choice'))
  const categories = form.getAll('categories')
  const services = form.getAll('services')
  const groups = form.getAll('groups')
  const language = form.get('language') ?? undefined
  if (names.size > 1 || (names.size === 0 && categories.length === 0)) return
  const [name = 'save'] = names
  const listed = services.length || groups.length ? services : undefined
  return readMembers({ choice: name, categories, services: listed, groups, language }, true)
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

function isTexts(value: unknown): value is string[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
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
