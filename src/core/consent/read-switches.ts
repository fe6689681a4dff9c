import { jsonObject } from '../json-object.js'
import type { ImportedChoice } from './importer.js'

/** Reads a JSON object of booleans: what is `true` was given. */
export function readSwitches(text: string): ImportedChoice | undefined {
  const switches = Object.entries(jsonObject(text))
  if (!switches.length || !switches.every(([, value]) => typeof value === 'boolean')) return
  return { granted: switches.filter(([, value]) => value).map(([name]) => name) }
}
