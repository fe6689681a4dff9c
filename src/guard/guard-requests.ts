import type { JudgeUrl } from './judge-url.js'
import type { Patches } from './patch.js'
import { promised } from './promised.js'

/** Judges `fetch` and `navigator.sendBeacon`. */
export function guardRequests(judgeUrl: JudgeUrl, { patch }: Patches): void {
  patch(globalThis, 'fetch', (run, [input]) =>
    promised(judgeUrl('fetch', input instanceof Request ? input.url : input), run),
  )
  patch(Navigator.prototype, 'sendBeacon', (run, [url]) => judgeUrl('sendBeacon', url)(run, (isHeld) => isHeld))
}
