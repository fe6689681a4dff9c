import { warn } from '../../core/debug.js'
import { ConsentError } from '../../core/errors.js'
import { faultOf } from './fault-of.js'

/** The secrets of a site, as options hold them. */
export interface Secrets {
  readonly secret?: string | undefined
  readonly fallbackSecrets?: readonly string[] | undefined
}

/** What is wrong with the latest secrets. They are checked at each request, and one warning is enough. */
const checked = new Map<string | undefined, string | undefined>()
const MAX_CHECKED = 64

/**
 * Checks that secrets cannot be guessed. Throws in production and warns in development. A `secret` of `undefined` is a
 * mistake too, because it often means that the environment has no secret.
 */
export function checkSecrets(options: Secrets): void {
  const { secret, fallbackSecrets = [] } = options
  if (secret === undefined && !('secret' in options)) return
  for (const given of [secret, ...fallbackSecrets]) {
    const isNew = !checked.has(given)
    if (isNew && checked.size >= MAX_CHECKED) checked.clear()
    if (isNew) checked.set(given, faultOf(given))
    const fault = checked.get(given)
    if (fault === undefined) continue
    const help = `A secret ${fault}. Anyone who has one cookie could guess the secret and sign other cookies. Set at least 32 random bytes, and keep them out of the code.`
    if (process.env.NODE_ENV === 'production') throw new ConsentError(given ? 'weak-secret' : 'missing-secret', help)
    if (isNew) warn(`${help} In production this is an error.`)
  }
}
