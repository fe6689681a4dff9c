import { zlibSync } from 'fflate'
import { textOf } from '../../core/cookies/text-of.js'
import { parseJson } from '../../core/json.js'
import { BadSignature } from './bad-signature.js'
import { fromBase64Url, inflate, toBase64Url } from './encoding.js'

/** What a signed text may inflate to, in bytes; a cookie of 4096 bytes could become three megabytes. */
const MAX_INFLATED_BYTES = 1_048_576

/** Marks compressed text: no base64url starts so. */
const COMPRESSED = '.'

/**
 * A value as text that can be signed, as `Signer.sign_object` writes it: compact JSON of ASCII alone, in base64url; with
 * `compress` as zlib data (RFC 1950) where that is shorter.
 */
export function encodeJson(value: unknown, compress: boolean): string {
  const json = asciiJson(value)
  const bytes = Uint8Array.from(json, (character) => character.charCodeAt(0))
  const data = compress && zlibSync(bytes)
  return data && data.length < bytes.length - 1 ? COMPRESSED + toBase64Url(data) : toBase64Url(bytes)
}

/** The value of a text that was signed; throws {@link BadSignature} where it is none. */
export function decodeJson(text: string): unknown {
  const isCompressed = text.startsWith(COMPRESSED)
  const data = fromBase64Url(isCompressed ? text.slice(COMPRESSED.length) : text)
  const bytes = data && isCompressed ? inflate(data, MAX_INFLATED_BYTES) : data
  const value = bytes && parseJson(new TextDecoder().decode(bytes))
  if (value === undefined) throw new BadSignature('What was signed is no JSON, or more of it than fits.')
  return value
}

const JSON_CODEC = { encode: JSON.stringify, decode: parseJson }

/** `json.dumps(value, separators=(',', ':'))` of Python. */
function asciiJson(value: unknown): string {
  const json = textOf('signObject', value, JSON_CODEC)
  return json.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
