import { ConsentError, show } from '../errors.js'
import type { ConsentConfig } from './config.js'

const TAG = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i

/** Whether a value is a text in one language, or texts by language. */
export function isText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return typeof value === 'string'
  const texts = Object.entries(value)
  return texts.length > 0 && texts.every(([tag, text]) => TAG.test(tag) && typeof text === 'string')
}

/** Throws for a language, for texts and for changes that nobody could be shown. */
export function checkTexts({ version, categories, language, notice, changes = {} }: ConsentConfig): void {
  if (language !== undefined && !(typeof language === 'string' && TAG.test(language)))
    throw new ConsentError(
      'invalid-config',
      `language is ${show(language)}, which is not a language tag. No visitor's language would be that of the texts. Use a BCP 47 tag, such as "de".`,
    )
  if (notice !== undefined && typeof notice !== 'boolean')
    throw new ConsentError(
      'invalid-config',
      `notice is ${show(notice)}, which is not a boolean. It says whether a banner informs where nothing needs consent. Use true or false.`,
    )
  for (const [number, text] of Object.entries(changes))
    if (!/^[1-9]\d*$/.test(number) || Number(number) > version || !isText(text))
      throw new ConsentError(
        'invalid-config',
        `changes has ${show(number)}: ${show(text)}. Visitors would never be told of it. Use the numbers of versions up to ${version}, each with a text, or with texts by language.`,
      )
  for (const [id, { purpose, services = {} }] of Object.entries(categories)) {
    checkText(`The category "${id}"`, purpose)
    for (const [key, { description }] of Object.entries(services)) checkText(`The service "${key}"`, description)
  }
}

function checkText(what: string, text: unknown): void {
  if (text !== undefined && !isText(text))
    throw new ConsentError(
      'invalid-config',
      `${what} has the text ${show(text)}. It would be shown as something else. Use a text, or texts by language: { en: "…", de: "…" }.`,
    )
}
