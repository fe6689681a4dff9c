import { createConsentStore, createMemoryJar, defineConsent, postChoices, type Jar } from 'assent/core'
import { describe, expect, it, vi } from 'vitest'

const category = { name: '', description: '' }
const categories = {
  essential: { ...category, required: true },
  ads: { ...category, services: { pixel: { name: '' } } },
}
const consent = defineConsent({ version: 1, categories, endpoint: '/consent' })

interface Sent {
  readonly url: string
  readonly init: RequestInit
  readonly body: Record<string, unknown>
  /** Ends it as a server would, or as a line that broke. */
  reply(status?: number): Promise<void>
  fail(): Promise<void>
}

/** A page that posts to a server which answers when it is told to. */
function openPage() {
  const sent: Sent[] = []
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve))
  const fetch = (url: string, init: RequestInit & { readonly body: string }) =>
    new Promise<Response>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
      sent.push({
        url,
        init,
        body: JSON.parse(init.body) as Record<string, unknown>,
        reply(status = 200) {
          resolve(new Response(null, { status }))
          return settled()
        },
        fail() {
          reject(new TypeError('Failed to fetch'))
          return settled()
        },
      })
    })
  const refresh = vi.fn()
  const jar: Jar = { ...createMemoryJar(), refresh }
  const store = createConsentStore(consent, { jar })
  store.start()
  const stop = postChoices(store, { fetch })
  return { sent, jar, store, stop, refresh }
}

/** Posts for a store, by a call of its own. */
function openPosts(store: ReturnType<typeof openPage>['store']) {
  const sent: { readonly signal: AbortSignal | null | undefined; readonly end: () => void }[] = []
  const stop = postChoices(store, {
    fetch: (_, { signal }) =>
      new Promise((resolve) => {
        sent.push({ signal, end: () => resolve(new Response()) })
      }),
  })
  return { sent, stop }
}

describe('posting choices', () => {
  it('posts each choice at once, as the record has it', () => {
    const { sent, store } = openPage()
    store.setLanguage('de')
    store.save({ categories: ['ads'], services: ['pixel'] })
    const [post] = sent
    const { record } = store.getState()
    expect(post?.url).toBe('/consent')
    expect(post?.init).toMatchObject({
      method: 'POST',
      keepalive: true,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
    })
    expect(post?.body).toEqual({
      choice: 'save',
      categories: ['essential', 'ads'],
      services: ['pixel'],
      id: record?.id,
      timestamp: record?.timestamp,
      language: 'de',
    })
    store.acceptAll()
    store.rejectAll()
    expect(sent.map(({ body }) => body.choice)).toEqual(['save', 'accept', 'reject'])
  })

  it('posts nothing before a choice, nor what others chose, nor what is after its stop', () => {
    const { sent, store, jar, stop } = openPage()
    store.openPreferences()
    jar.set('cookie_consent', 'true')
    expect(store.getState().status).toBe('decided')
    expect(sent).toEqual([])
    stop()
    store.rejectAll()
    expect(sent).toEqual([])
  })

  it('has one post under way: a newer choice ends it, and does not wait', () => {
    const { sent, store } = openPage()
    store.acceptAll()
    expect(sent[0]?.init.signal?.aborted).toBe(false)
    store.rejectAll()
    expect(sent.map(({ init }) => init.signal?.aborted)).toEqual([true, false])
  })

  it('posts a reset, and holds the next choice until its reply, which would take that away', async () => {
    const { sent, store } = openPage()
    store.acceptAll()
    store.reset()
    expect(sent.map(({ body }) => body)).toEqual([expect.anything(), { choice: 'reset' }])
    expect(sent[0]?.init.signal?.aborted).toBe(true)
    store.acceptAll()
    store.rejectAll()
    expect(sent).toHaveLength(2)
    await sent[1]?.fail()
    // Only the newest goes on; what it replaced was ended before it went.
    const live = sent.slice(2).filter(({ init }) => !init.signal?.aborted)
    expect(live.map(({ body }) => body.choice)).toEqual(['reject'])
  })

  it('looks at the jar once after each reply', async () => {
    const { sent, store, refresh } = openPage()
    store.acceptAll()
    expect(refresh).not.toHaveBeenCalled()
    await sent[0]?.reply()
    expect(refresh).toHaveBeenCalledTimes(1)
  })

  it.each<[string, (sent: Sent | undefined) => Promise<void> | undefined]>([
    ['refuses', (sent) => sent?.reply(500)],
    ['is out of reach', (sent) => sent?.fail()],
  ])('undoes nothing where the server %s, and says so to the developer', async (_, end) => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { sent, store } = openPage()
    const reported = vi.fn()
    store.onError(reported)
    expect(store.acceptAll()).toEqual({ ok: true, verified: true })
    const { record } = store.getState()
    await end(sent[0])
    expect(store.getState().record).toBe(record)
    expect(reported.mock.calls).toEqual([[expect.any(Error), {}]])
    expect(said).toHaveBeenCalledTimes(1)
  })

  it('goes on where the last call stopped: a newer choice ends an older post, and waits for a reset', async () => {
    const { sent, store, stop } = openPage()
    const again = openPosts(store)
    stop()
    store.acceptAll()
    again.stop()
    const third = openPosts(store)
    store.reset()
    expect(again.sent[0]?.signal?.aborted).toBe(true)
    third.stop()
    const last = openPosts(store)
    store.acceptAll()
    expect([sent, last.sent].flat()).toEqual([])
    third.sent[0]?.end()
    await vi.waitFor(() => expect(last.sent).toHaveLength(1))
  })

  it('says nothing of a post that a newer choice ended', async () => {
    const said = vi.spyOn(console, 'warn')
    const { sent, store } = openPage()
    store.acceptAll()
    store.rejectAll()
    await sent[1]?.reply()
    expect(said).not.toHaveBeenCalled()
  })

  it('breaks nothing where fetch itself throws', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const store = createConsentStore(consent, { jar: createMemoryJar() })
    const heard = vi.fn()
    postChoices(store, {
      fetch: () => {
        throw new TypeError('No fetch')
      },
    })
    store.onDecision(heard)
    expect(store.rejectAll().ok).toBe(true)
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('needs an endpoint', () => {
    const store = createConsentStore(defineConsent({ version: 1, categories }), { jar: createMemoryJar() })
    expect(() => postChoices(store)).toThrow(/no endpoint.*#missing-endpoint/s)
  })
})
