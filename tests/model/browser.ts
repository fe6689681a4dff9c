import {
  createConsentStore,
  createMemoryJar,
  days,
  defineConsent,
  postChoices,
  stringifyRecord,
  type ConsentStore,
  type Jar,
  type WriteResult,
} from 'assent/core'
import { readChoiceJson } from '../../src/core/decision/choice.js'
import { recordOf } from '../../src/server/endpoint/read-choice.js'

const text = { description: '' }
export const shop = defineConsent({
  version: 1,
  categories: {
    essential: { ...text, name: 'Essential', required: true, cookies: ['sessionid'] },
    functional: { ...text, name: 'Functional', cookies: ['language'] },
    analytics: { ...text, name: 'Analytics', cookies: ['_ga*'] },
  },
  cookie: { maxAge: days(20) }, // a timer can wait that long
  endpoint: '/consent',
})
const NAME = shop.cookie.name

/** How the endpoint answers: at once, when the model says so, with 500, or never. */
export type Network = 'up' | 'slow' | 'broken' | 'dead'

interface Page {
  readonly store: ConsentStore<typeof shop>
  stop: (this: void) => void
  isGone: boolean
}

/** Real stores and posters in two tabs, one jar, and a network that is played. */
export class Browser {
  network: Network = 'up'
  isBlocked = false
  /** Replies on their way. */
  readonly pending: (() => void)[] = []
  /** What replies have set since it was looked at last: the text of a record, or nothing. */
  readonly arrived: (string | undefined)[] = []
  readonly errors: unknown[] = []
  private readonly held: Jar = createMemoryJar('sessionid=s; other=o')
  private ids = 0
  private readonly refuse = (): WriteResult => ({ ok: false, reason: 'rejected' })
  readonly jar: Jar = {
    ...this.held,
    set: (...given) => (this.isBlocked ? this.refuse() : this.held.set(...given)),
    remove: (...given) => (this.isBlocked ? this.refuse() : this.held.remove(...given)),
  }
  readonly pages: Page[] = [this.open(), this.open()]

  private open(): Page {
    const store = createConsentStore(shop, {
      jar: this.jar,
      createId: () => String(++this.ids),
      onError: (error) => this.errors.push(error),
    })
    const page: Page = {
      store,
      isGone: false,
      stop: () => {
        page.isGone = true
        for (const stop of stops) stop()
      },
    }
    const stops = [store.start(), postChoices(store, { fetch: (_, init) => this.post(page, init) })]
    return page
  }

  reload(tab: number): void {
    this.pages[tab]?.stop()
    this.pages[tab] = this.open()
  }

  close(): void {
    for (const { stop } of this.pages) stop()
  }

  /** The endpoint takes a choice when it is posted. Its reply may come later, also to a page that has gone or given up. */
  private post(page: Page, { body, signal }: { body: string; signal?: AbortSignal | null }): Promise<Response> {
    return new Promise((resolve, reject) => {
      if (page.isGone) return // its code ended with it
      const choice = readChoiceJson(JSON.parse(body))
      const record = choice && recordOf(choice, shop, { now: Date.now(), createId: () => 'of the server' })
      const set = record && stringifyRecord(record, shop)
      const arrive = (): void => {
        if (set === undefined && signal?.aborted) return
        this.arrived.push(set)
        if (set === undefined) this.jar.remove(NAME, { everywhere: true })
        else this.jar.set(NAME, set, shop.cookie)
        resolve(new Response())
      }
      signal?.addEventListener('abort', () => reject(new DOMException('The post was given up.', 'AbortError')))
      if (this.network === 'up') void Promise.resolve().then(arrive)
      else if (this.network === 'slow') this.pending.push(arrive)
      else if (this.network === 'broken') resolve(new Response(null, { status: 500 }))
      else reject(new TypeError('Failed to fetch'))
    })
  }
}
