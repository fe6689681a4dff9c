import { warn } from '../../core/debug.js'
import { ConsentError } from '../../core/errors.js'

const MIN_LENGTH = 32
const MIN_DISTINCT = 5

/** The secrets of a site, where options have them. */
export interface Secrets {
  readonly secret?: string | undefined
  readonly fallbackSecrets?: readonly string[] | undefined
}

/** What was warned of: a secret is checked at each request, and one warning is enough. */
const warned = new Set<string | undefined>()

/**
 * Throws in production for a secret that can be guessed, and warns of it while developing. Options that name a secret and
 * have none are a mistake, too: mostly the environment lacks it.
 */
export function checkSecrets(options: Secrets): void {
  const { secret, fallbackSecrets = [] } = options
  if (secret === undefined && !('secret' in options)) return
  for (const one of [secret, ...fallbackSecrets]) {
    const fault = faultOf(one)
    if (!fault) continue
    const help = `A secret ${fault}: whoever has one cookie could find it out and sign others. Set 32 random bytes or more, kept out of the code.`
    if (process.env.NODE_ENV === 'production') throw new ConsentError(one ? 'weak-secret' : 'missing-secret', help)
    if (!warned.has(one)) warn(`${help} In production this is an error.`)
    warned.add(one)
  }
}

function faultOf(secret: string | undefined): string | undefined {
  if (!secret) return 'is missing or empty'
  if (secret.length < MIN_LENGTH) return `has fewer than ${MIN_LENGTH} characters`
  if (new Set(secret).size < MIN_DISTINCT) return `has fewer than ${MIN_DISTINCT} distinct characters`
  if (secret.startsWith('django-insecure-')) return 'was made by Django for development'
  return undefined
}
