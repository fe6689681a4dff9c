import { zlibSync } from 'fflate'
import { textOf } from '../../core/cookies/text-of.js'
import { isSameData, parseJson } from '../../core/json.js'
import { BadSignature } from './bad-signature.js'
import { fromBase64Url, inflate, toBase64Url } from './encoding.js'

/** The most bytes that a signed text may inflate to. Without a limit, a cookie of 4096 bytes could inflate to three megabytes. */
const MAX_INFLATED_BYTES = 1_048_576

/** Marks compressed text. No base64url text starts with a dot. */
const COMPRESSED = '.'

/**
 * Writes a value as text to sign, as Django's `Signer.sign_object` does: compact ASCII JSON in base64url. With `compress`
 * the JSON is zlib data (RFC 1950) if that is shorter.
 */
export function encodeJson(value: unknown, compress: boolean): string {
  const json = asciiJson(value)
  const bytes = Uint8Array.from(json, (character) => character.charCodeAt(0))
  const data = compress && zlibSync(bytes)
  return data && data.length < bytes.length - 1 ? COMPRESSED + toBase64Url(data) : toBase64Url(bytes)
}

/** Reads the value of a text that was signed. Throws {@link BadSignature} if the text holds no value. */
export function decodeJson(text: string): unknown {
  const isCompressed = text.startsWith(COMPRESSED)
  const data = fromBase64Url(isCompressed ? text.slice(COMPRESSED.length) : text)
  const bytes = data && isCompressed ? inflate(data, MAX_INFLATED_BYTES) : data
  const value = bytes && parseJson(new TextDecoder().decode(bytes))
  if (value === undefined)
    throw new BadSignature('The signed text is not valid JSON, or it inflates to more than 1 MiB.')
  return value
}

const JSON_CODEC = { encode: JSON.stringify, decode: parseJson, equals: isSameData }

/** Writes ASCII JSON as Python's `json.dumps(value, separators=(',', ':'))` does. */
function asciiJson(value: unknown): string {
  const json = textOf('signObject', value, JSON_CODEC)
  return json.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
