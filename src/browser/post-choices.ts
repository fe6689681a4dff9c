import type { Consent } from '../core/declaration/consent.js'
import { writeChoice } from '../core/decision/choice.js'
import type { ConsentRecord } from '../core/decision/record.js'
import type { Jar } from '../core/cookies/jar.js'
import { debug } from '../core/debug.js'
import { ConsentError } from '../core/errors.js'

/** How long a choice waits for the reply to a reset before it, in milliseconds. */
const MAX_WAIT = 3000

export interface PostChoicesOptions {
  /** What posts. Default: the `fetch` of the page. */
  fetch?: ((url: string, init: RequestInit & { readonly body: string }) => Promise<Response>) | undefined
}

/** What {@link postChoices} follows: a consent store. */
export interface ChoiceSource {
  readonly consent: Pick<Consent, 'endpoint'>
  readonly jar: Pick<Jar, 'refresh'>
  onDecision(
    this: void,
    listener: (record: ConsentRecord | undefined, context: { readonly reason: string }) => void,
  ): () => void
  once<T>(this: void, make: (source: ChoiceSource) => T): T
  /** Hears what did not reach the server. */
  report?(this: void, error: unknown): void
}

/** The posts of a store, by its `once`: who comes later goes on where the last one was. */
export interface Posts {
  /** That of the last choice: who leaves the page waits for its end. It never rejects. */
  last?: Promise<void> | undefined
  underWay?: AbortController | undefined
  resets?: Promise<unknown> | undefined
}

export const createPosts = (): Posts => ({})

/**
 * Posts every choice that is made in this page to the `endpoint` of the declaration, as JSON, so that a server sets the
 * cookies that a page cannot. Nothing waits for it, and its failure undoes nothing. At most one post is under way: a newer
 * choice ends it and goes at once, though the page be left. `ConsentProvider` does this for its own store.
 *
 * Returns what stops it. Throws a `ConsentError` for a declaration without `endpoint`.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent, postChoices } from 'assent/core'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { analytics: { name: 'Analytics', description: '' } },
 *   endpoint: '/consent',
 * })
 * const store = createConsentStore(consent, { jar: createBrowserJar() })
 * const stop = postChoices(store)
 * ```
 */
export function postChoices(store: ChoiceSource, options: PostChoicesOptions = {}): () => void {
  const { endpoint = '' } = store.consent
  if (process.env.NODE_ENV !== 'production' && !endpoint) throw new ConsentError('missing-endpoint', NO_ENDPOINT)
  const posts = store.once(createPosts)
  return store.onDecision((record, { reason }) => {
    if (reason === 'external') return
    posts.underWay?.abort()
    const { signal } = (posts.underWay = new AbortController())
    const post = async (): Promise<void> => {
      try {
        const { ok, status } = await (options.fetch ?? fetch)(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: writeChoice(record, reason),
          keepalive: true,
          credentials: 'same-origin',
          signal: record ? signal : AbortSignal.timeout(MAX_WAIT),
        })
        if (!ok) throw new Error(`The server did not take the choice: ${status}`)
      } catch (error) {
        if (!signal.aborted) {
          debug('The choice did not reach the server.', error)
          store.report?.(error)
        }
      }
      store.jar.refresh?.() // browsers without cookieStore tell nobody of what a reply sets
    }
    // The reply to a reset would take away what is chosen after it: it is waited for.
    posts.last = posts.resets && record ? posts.resets.then(post) : post()
    if (!record) posts.resets = Promise.all([posts.resets, posts.last])
  })
}

const NO_ENDPOINT =
  'postChoices was given a store whose declaration has no endpoint, so there is nowhere to post to. Add endpoint to defineConsent.'
