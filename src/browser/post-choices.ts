import type { Consent } from '../core/declaration/consent.js'
import { RESET_MILLISECONDS, writeChoice } from '../core/decision/choice.js'
import { shared } from '../core/call.js'
import type { ConsentRecord } from '../core/decision/record.js'
import type { Jar } from '../core/cookies/jar.js'
import { debug } from '../core/debug.js'
import { ConsentError } from '../core/errors.js'

export interface PostChoicesOptions {
  /** The function that posts. Default: the `fetch` of the page. */
  fetch?: ((url: string, init: RequestInit & { readonly body: string }) => Promise<Response>) | undefined
}

/** The source of choices that {@link postChoices} follows: a consent store. */
export interface ChoiceSource {
  readonly consent: Pick<Consent, 'endpoint'>
  readonly jar: Pick<Jar, 'refresh'>
  onDecision(
    this: void,
    listener: (record: ConsentRecord | undefined, context: { readonly reason: string }) => void,
  ): () => void
  once<T>(this: void, make: (source: ChoiceSource) => T): T
  /** Called with the error of a choice that did not reach the server. */
  report?(this: void, error: unknown): void
}

/** The posts of a store, made by its `once`, so that later calls share them. */
export interface Posts {
  /** The post of the last choice. A reload waits for it. It never rejects. */
  last?: Promise<void> | undefined
  underWay?: AbortController | undefined
  resets?: Promise<unknown> | undefined
  /** Makes the posts, for as long as anyone wants them. */
  follow?: ((options: PostChoicesOptions) => () => void) | undefined
}

export const createPosts = (): Posts => ({})

/**
 * Posts every choice that is made in this page to the `endpoint` of the declaration, as JSON, so that a server can set
 * cookies that a page cannot. Nothing waits for a post, and a failed post does not undo the choice. Only one post runs at a
 * time: a newer choice aborts it and is sent at once, even if the visitor leaves the page. `ConsentProvider` does this for
 * its store. Called several times for one store, it posts each choice once, by the first call that was not stopped.
 *
 * Returns a function that stops it. Throws a `ConsentError` if the declaration has no `endpoint`.
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
  // Several roots with one store make one post: the first of those that are left makes it.
  posts.follow ??= shared((callers) =>
    store.onDecision((record, { reason }) => {
      if (reason === 'external') return
      const [{ given: { fetch: send = fetch } } = { given: options }] = callers
      posts.underWay?.abort()
      const { signal } = (posts.underWay = new AbortController())
      const post = async (): Promise<void> => {
        try {
          const reply = await send(endpoint, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: writeChoice(record, reason),
            keepalive: true,
            credentials: 'same-origin',
            signal: record ? signal : AbortSignal.timeout(RESET_MILLISECONDS),
          })
          // A reply that is not read to its end counts as aborted when the visitor leaves.
          await reply.text()
          if (!reply.ok) throw new Error(`The server refused the choice with status ${reply.status}.`)
        } catch (error) {
          if (!signal.aborted) {
            debug('The choice did not reach the server.', error)
            store.report?.(error)
          }
        }
        store.jar.refresh?.() // browsers without cookieStore do not report the cookies of a reply
      }
      // The reply to a reset would erase a later choice, so the choice waits for it.
      posts.last = posts.resets && record ? posts.resets.then(post) : post()
      if (!record) posts.resets = Promise.all([posts.resets, posts.last])
    }),
  )
  return posts.follow(options)
}

const NO_ENDPOINT =
  'postChoices got a store whose declaration has no endpoint. The choices cannot be posted. Add endpoint to defineConsent.'
