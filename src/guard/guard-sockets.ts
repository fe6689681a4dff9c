import { fire } from './fire.js'
import type { JudgeUrl } from './judge-url.js'
import type { Patches } from './patch.js'

/** Judges `new WebSocket` and `new EventSource`, which cannot wait. A refused one is closed, with an error. */
export function guardSockets(judgeUrl: JudgeUrl, { patch }: Patches): void {
  for (const route of ['WebSocket', 'EventSource'] as const)
    patch(globalThis, route, (run, [url]) =>
      judgeUrl(route, url, { now: true })(run, () => closed(globalThis[route].prototype, String(url))),
    )
}

/** An object of that kind that is nothing but closed: the prototype's own members want one with a connection. */
function closed(prototype: WebSocket | EventSource, url: string): EventTarget {
  const target: EventTarget & Partial<Record<'onerror' | 'onclose', (event: Event) => void>> = new EventTarget()
  const values: PropertyDescriptorMap = { url: { value: url }, readyState: { value: prototype.CLOSED } }
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
    if (member.get) values[name] ??= { value: null, writable: true }
    else if (/send|close/.test(name)) values[name] = { value: () => undefined }
  Object.defineProperties(Object.setPrototypeOf(target, prototype), values)
  for (const type of ['error', 'close'] as const) target.addEventListener(type, (event) => target[`on${type}`]?.(event))
  fire(target, 'error', 'close')
  return target
}
