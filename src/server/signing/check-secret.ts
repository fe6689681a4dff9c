import { warn } from '../../core/debug.js'
import { ConsentError } from '../../core/errors.js'

const MIN_LENGTH = 32
const MIN_DISTINCT = 5

/** The secrets of a site, as options hold them. */
export interface Secrets {
  readonly secret?: string | undefined
  readonly fallbackSecrets?: readonly string[] | undefined
}

/** Secrets that were warned of. A secret is checked at each request, and one warning is enough. */
const warned = new Set<string | undefined>()

/**
 * Checks that secrets cannot be guessed. Throws in production and warns in development. A `secret` of `undefined` is a
 * mistake too, because it often means that the environment has no secret.
 */
export function checkSecrets(options: Secrets): void {
  const { secret, fallbackSecrets = [] } = options
  if (secret === undefined && !('secret' in options)) return
  for (const checked of [secret, ...fallbackSecrets]) {
    const fault = faultOf(checked)
    if (!fault) continue
    const help = `A secret ${fault}. Anyone who has one cookie could guess the secret and sign other cookies. Set at least 32 random bytes, and keep them out of the code.`
    if (process.env.NODE_ENV === 'production') throw new ConsentError(checked ? 'weak-secret' : 'missing-secret', help)
    if (!warned.has(checked)) warn(`${help} In production this is an error.`)
    warned.add(checked)
  }
}

function faultOf(secret: string | undefined): string | undefined {
  if (!secret) return 'is missing or empty'
  if (secret.length < MIN_LENGTH) return `has fewer than ${MIN_LENGTH} characters`
  if (new Set(secret).size < MIN_DISTINCT) return `has fewer than ${MIN_DISTINCT} distinct characters`
  if (secret.startsWith('django-insecure-')) return 'was made by Django for development'
  return undefined
}
