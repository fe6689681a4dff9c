/** The value of JSON text; `undefined` for text from outside that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The members of JSON text, all of them unknown: none, where it is no object. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> {
  return Object(parseJson(text)) as Readonly<Record<string, unknown>> // an object, whatever it was
}

/** Whether it is a list of texts and nothing else. */
export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/**
 * Whether two values are the same data, member by member: so it tells what JSON would lose. A member that is undefined
 * counts as one that is not there, and -0 as 0. Objects of one class, such as the dates that a schema makes, are the same
 * where their JSON is.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b)) return false
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return false
  if (isObject(kind) && 'toJSON' in kind) return JSON.stringify(a) === JSON.stringify(b)
  const keys = Reflect.ownKeys({ ...a, ...b })
  // A Map of a schema has no members to compare.
  return (!isObject(kind) || keys.length > 0) && keys.every((key) => isSameData(a[key], b[key]))
}

function isObject(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null
}

/** A list, an object of no class (in any window), or the prototype of its class. */
function kindOf(value: object): unknown {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || (isObject(prototype) && Object.getPrototypeOf(prototype) ? prototype : 'plain')
}
