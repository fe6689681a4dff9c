import { debug } from '../debug.js'
import { ConsentError } from '../errors.js'
import { parseJson } from '../json.js'

/** Turns a value into cookie text and back. `decode` gives `undefined` for text that is none of its values. */
export interface Codec<T> {
  encode(this: void, value: T): string
  decode(this: void, text: string): T | undefined
}

export interface CodecSource {
  default?: unknown
  values?: readonly unknown[]
  schema?: StandardSchema | undefined
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** The codec for a definition: from its validator, from its list of values, or from the type of its default. */
export function codecFor({ default: initial, values, schema }: CodecSource): Codec<unknown> {
  if (schema) return schemaCodec(schema, typeof initial === 'string')
  if (values) return { encode: String, decode: (text) => values.find((value) => String(value) === text) }
  switch (typeof initial) {
    case 'number':
      return { encode: String, decode: (text) => (DECIMAL.test(text) && Number.isFinite(+text) ? +text : undefined) }
    case 'boolean':
      return { encode: String, decode: decodeBoolean }
    case 'object':
      return { encode: JSON.stringify, decode: (text) => sameShape(parseJson(text), initial) }
    default:
      return { encode: String, decode: (text) => text }
  }
}

/** `True`, `1` and `yes` are how Django's users write it. */
function decodeBoolean(text: string): boolean | undefined {
  return /^(true|1|yes)$/i.test(text) || (/^(false|0|no)$/i.test(text) ? false : undefined)
}

/** A list stays a list and an object an object: a page must not break over `[]` where it expects `{}`. */
function sameShape(value: unknown, initial: unknown): unknown {
  const fits =
    initial === null || (typeof value === 'object' && value !== null && Array.isArray(value) === Array.isArray(initial))
  return fits ? value : undefined
}

/** Validators take JSON or the text itself; a text default puts the text first, so that digits stay text. */
function schemaCodec(schema: StandardSchema, textFirst: boolean): Codec<unknown> {
  const validate = (input: unknown): unknown => {
    if (input === undefined) return // no JSON: a schema with a default of its own would take it
    try {
      const result = schema['~standard'].validate(input)
      if (!(result instanceof Promise)) return result.issues ? undefined : result.value
      // Asynchronous; or its own code threw, and zod tries again with promises. Reading waits for neither.
      result.then(refuseAsync, (error: unknown) => debug(THREW, error))
    } catch (error) {
      debug(THREW, error) // on text that it did not expect: none of its values
    }
    return undefined
  }
  const decode = (text: string): unknown => {
    const json = parseJson(text)
    const [first, second] = textFirst ? [text, json] : [json, text]
    const value = validate(first)
    return value === undefined ? validate(second) : value
  }
  return {
    // Bare text where it reads back as itself, JSON elsewhere.
    encode: (value) =>
      typeof value === 'string' && (textFirst || decode(value) === value) ? value : JSON.stringify(value),
    decode,
  }
}

const THREW = 'The schema of a cookie threw.'

/** Not where the cookie is read, since a schema that threw looks the same there. */
function refuseAsync(): void {
  if (process.env.NODE_ENV !== 'production')
    throw new ConsentError(
      'async-schema',
      'The schema of a cookie validates asynchronously. Cookies are read while rendering, so there is nothing to await, and the cookie has no value. Use a schema without async refinements.',
    )
}

/** A validator that follows Standard Schema 1 (https://standardschema.dev): zod, valibot, arktype and others. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What a validator answers: the value, or the issues that it has with it. */
export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly { readonly message: string }[] }

/** The type that a validator gives back. */
export type OutputOf<S> = S extends { readonly '~standard': { readonly types?: infer T } }
  ? Exclude<T, undefined> extends { readonly output: infer Output }
    ? Output
    : unknown
  : unknown
