import { isTexts } from '../json.js'
import type { Choice, ConsentRecord } from './record.js'

// The protocol of a choice: what forms and pages post, and what the endpoint reads.

/**
 * The choices that a visitor can make. `withdraw` takes back all that was granted, `dismiss` closes a notice and changes
 * nothing, `reset` forgets the choice.
 */
export type ChoiceName = 'accept' | 'reject' | 'save' | 'withdraw' | 'dismiss' | 'reset'

const CHOICES: readonly ChoiceName[] = ['accept', 'reject', 'save', 'withdraw', 'dismiss', 'reset']

/** How long a choice waits for the reply to a reset before it, in milliseconds. */
export const RESET_MILLISECONDS = 3000

/** The field that names the choice: one of the words of {@link ChoiceName}. A field named `action` would shadow `form.action`. */
export const CHOICE_FIELD = 'choice'
/** A field for each ticked category. */
export const CATEGORIES_FIELD = 'categories'
/** A field for each ticked service; an empty one says that the form has switches for services. */
export const SERVICES_FIELD = 'services'
/** A field for each category with switches for its services that was shown without a tick. */
export const GROUPS_FIELD = 'groups'
/** The field for the language of the words that were shown. */
export const LANGUAGE_FIELD = 'language'

/** The fragment with which the endpoint leads back to the page of a form, and the id of what then says "saved". */
export const SAVED_ID = 'assent-saved'
/** The panel is found by id before React runs; a page has one. */
export const PANEL_ID = 'assent-preferences'
/** The form of the policy page, for where the panel cannot open. */
export const FORM_ID = 'assent-form'

/** A choice as it was posted: declared or not, its ids are texts. */
export interface PostedChoice extends Choice {
  readonly groups?: readonly string[] | undefined
  readonly choice: ChoiceName
  readonly id?: string | undefined
  readonly timestamp?: string | undefined
  readonly language?: string | undefined
}

/** What a page posts, as JSON. What it leaves out, the server knows. */
export function writeChoice(record: ConsentRecord | undefined, choice: string): string {
  return JSON.stringify({ ...record, choice, via: undefined, version: undefined })
}

/** The choice in posted JSON; `undefined` where it is none. */
export function readChoiceJson(data: unknown): PostedChoice | undefined {
  if (typeof data !== 'object' || data === null) return
  // An object, whatever it was: each member is checked below.
  const members = data as Readonly<Record<string, unknown>>
  if (Object.keys(members).some(isMisspelt)) return
  const { choice: name, categories = [], services, groups, id, timestamp, language } = members
  const choice = CHOICES.find((known) => known === name)
  if (!choice || !isTexts(categories) || !isOptionalTexts(services) || !isOptionalTexts(groups)) return
  if (!isOptionalText(id) || !isOptionalText(timestamp) || !isOptionalText(language)) return
  return { choice, categories, services, groups, id, timestamp, language }
}

/** A `FormData`. */
export interface FormSource {
  getAll(name: string): readonly unknown[]
  keys(): Iterable<string>
}

/**
 * The choice in a posted form; `undefined` where it names none that is known, or two, or misspells a field. Without a field `choice` it is a save:
 * a form says nothing of boxes that are not ticked, so one without any field saves that nothing is.
 */
export function readChoiceForm(form: FormSource): PostedChoice | undefined {
  const [choice = 'save', ...others] = new Set(form.getAll(CHOICE_FIELD))
  const services = form.getAll(SERVICES_FIELD)
  const groups = form.getAll(GROUPS_FIELD)
  if (others.length) return
  for (const name of form.keys()) if (isMisspelt(name)) return
  return readChoiceJson({
    choice,
    categories: form.getAll(CATEGORIES_FIELD),
    services: services.length || groups.length ? services : undefined,
    groups,
    language: form.getAll(LANGUAGE_FIELD)[0],
  })
}

/** `CHOICE`, `category` or `categories[]`: read as other fields, they would turn what was chosen into a refusal. */
function isMisspelt(name: string): boolean {
  return (
    /^\s*(choices?|categor(y|ies)|services?|groups?)\s*(\[.*\]\s*)?$/i.test(name) &&
    ![CHOICE_FIELD, CATEGORIES_FIELD, SERVICES_FIELD, GROUPS_FIELD].includes(name)
  )
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

function isOptionalTexts(value: unknown): value is string[] | undefined {
  return value === undefined || isTexts(value)
}
