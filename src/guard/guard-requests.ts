import type { JudgeUrl } from './judge-url.js'
import { type Patches, promised, fire } from './patch.js'

/** Judges `fetch` and `navigator.sendBeacon`. */
export function guardRequests(judgeUrl: JudgeUrl, { patch }: Patches): void {
  patch(globalThis, 'fetch', (run, [input]) =>
    promised(judgeUrl('fetch', input instanceof Request ? input.url : input), run),
  )
  patch(Navigator.prototype, 'sendBeacon', (run, [url]) => judgeUrl('sendBeacon', url)(run, (isHeld) => isHeld))
}

/** Judges an XMLHttpRequest when it is sent. A refused request ends with an error. A synchronous request cannot be held. */
export function guardXhr(judgeUrl: JudgeUrl, { patch }: Patches): void {
  const { prototype } = XMLHttpRequest
  const opened = new WeakMap<object, readonly unknown[]>()
  patch(prototype, 'open', (run, args, xhr) => {
    Reflect.deleteProperty(xhr, 'readyState')
    opened.set(xhr, args)
    return run()
  })
  patch(prototype, 'send', (run, _, xhr) => {
    const request = opened.get(xhr)
    if (!request) return run() // which throws
    const [, url, isAsync = true] = request
    return judgeUrl('XMLHttpRequest', url, { now: !isAsync })(
      () => opened.get(xhr) === request && run(), // it may have been opened again since
      (isHeld) => {
        if (isHeld) return
        Object.defineProperty(xhr, 'readyState', { configurable: true, value: 4 })
        fire(xhr as EventTarget, 'readystatechange', 'error', 'loadend')
      },
    )
  })
}

/** Judges `new WebSocket` and `new EventSource`, which cannot be held. A refused one is closed with an error. */
export function guardSockets(judgeUrl: JudgeUrl, { patch }: Patches): void {
  for (const route of ['WebSocket', 'EventSource'] as const)
    patch(globalThis, route, (run, [url]) =>
      judgeUrl(route, url, { now: true })(run, () => closed(globalThis[route].prototype, String(url))),
    )
}

/** Makes a closed object of that class. It replaces the prototype's members, which throw without a connection. */
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
