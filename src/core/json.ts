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
