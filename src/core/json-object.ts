import { parseJson } from './parse-json.js'

/** The members of JSON text, all of them unknown: none, where it is no object. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> {
  return Object(parseJson(text)) as Readonly<Record<string, unknown>> // an object, whatever it was
}
