import { debug } from '../../core/debug.js'
import { memberOf, ownGlobal } from '../../core/member-of.js'

/** Watching for changes that this jar did not make. */
export interface CookieWatch {
  /** Tells other tabs of a change, where their browser does not. */
  announce(): void
  stop(): void
}

/**
 * Calls back whenever cookies may have changed: by `cookieStore` where it exists (secure contexts), else by a channel
 * between our own tabs; always when the page comes back to the front or out of the back-forward cache.
 */
export function watchCookies(onChange: () => void): CookieWatch {
  const store = ownGlobal('cookieStore') as EventTarget | undefined // browsers have it over https
  const channel = store ? undefined : openChannel()
  const sources: [EventTarget | undefined, string][] = [
    [store, 'change'],
    [channel, 'message'],
    [window, 'focus'],
    [window, 'pageshow'],
    [document, 'visibilitychange'],
  ]
  for (const [target, type] of sources) if (target) memberOf(target, 'addEventListener').call(target, type, onChange)
  return {
    announce: () => channel?.postMessage(0),
    stop() {
      for (const [target, type] of sources)
        if (target) memberOf(target, 'removeEventListener').call(target, type, onChange)
      channel?.close()
    },
  }
}

/** Browsers that block a site's data refuse it, with an error. Then this tab hears of others when it is looked at. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('assent')
  } catch (error) {
    debug('Tabs cannot tell each other of a change.', error)
    return undefined
  }
}
