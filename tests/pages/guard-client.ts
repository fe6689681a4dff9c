// First in its page: the guard, as the query says, and a store for it to follow.
import { createBrowserJar, createBrowserStorage, createConsentStore, defineConsent } from 'assent/core'
import { startGuard, type Blocked } from 'assent/guard'
import type { GuardedPage } from '../fixtures/guarded-site.js'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true, cookies: ['sid'], storage: ['basket'] },
    analytics: {
      name: 'Analytics',
      description: 'Measure.',
      cookies: ['_t*', /^(ph|mp)_/, '__mp_opt_in_out_*'],
      storage: ['_t*', /^(ph|mp|__ph|__mp|posthog)/],
      urls: ['127.0.0.1/t/', '/t/'],
      services: { map: { name: 'Map', cookies: ['map_*'], urls: ['127.0.0.1/t/map/'] } },
    },
  },
})
const query = new URLSearchParams(location.search)
const mode = query.has('hold') ? 'hold' : 'refuse'
const undeclared = query.has('strict') ? 'refuse' : 'allow'
const blocked: Blocked[] = []
const natives = membersOf()
const onBlocked = (one: Blocked): void => {
  blocked.push(one)
  if (query.has('throws')) throw new Error('A mistake of the site.')
}
const start = () => startGuard(consent, { mode, undeclared, onBlocked })
const guard = query.has('bare') ? undefined : start()
const store = createConsentStore(consent, { jar: createBrowserJar(), storage: createBrowserStorage() })
if (query.has('follow')) {
  guard?.follow(store)
  store.start()
}
Object.assign(window, { blocked, guard, store, start, isUntouched } satisfies Partial<GuardedPage>)

/** Everything that the guard may replace, as it is now. */
function membersOf(): unknown[] {
  const members: [target: object, name: string][] = [
    [Document.prototype, 'cookie'],
    [CookieStore.prototype, 'set'],
    [Storage.prototype, 'setItem'],
    [window, 'fetch'],
    [XMLHttpRequest.prototype, 'open'],
    [XMLHttpRequest.prototype, 'send'],
    [Navigator.prototype, 'sendBeacon'],
    [window, 'WebSocket'],
    [window, 'EventSource'],
    [HTMLScriptElement.prototype, 'src'],
    [HTMLIFrameElement.prototype, 'src'],
    [HTMLImageElement.prototype, 'src'],
    [HTMLImageElement.prototype, 'srcset'],
    [HTMLLinkElement.prototype, 'href'],
    [Element.prototype, 'setAttribute'],
    [Element.prototype, 'setAttributeNS'],
  ]
  return members.map(([target, name]): unknown => {
    const descriptor = Object.getOwnPropertyDescriptor(target, name)
    return descriptor && ('value' in descriptor ? descriptor.value : Reflect.get(descriptor, 'set'))
  })
}

function isUntouched(): boolean[] {
  return membersOf().map((member, index) => member === natives[index])
}
