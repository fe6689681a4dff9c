import { memberOf } from '../core/member-of.js'
import { type JudgeUrl, resolve, withText } from './judge-url.js'
import type { GuardRoute, Judgement, JudgeOptions } from './judge.js'
import { type Patches, promised, fire, type Run } from './patch.js'

/** Judges `fetch`, `fetchLater` and `navigator.sendBeacon`. */
export function guardRequests(judgeUrl: JudgeUrl, { patch }: Patches): void {
  const judgeInput = (route: GuardRoute, given: readonly unknown[], options?: JudgeOptions): Judged =>
    given[0] instanceof Request
      ? [judgeUrl(route, memberOf(given[0], 'url'), options), given]
      : withText(given, 0, (args, url) => [judgeUrl(route, url, options), args])
  patch(globalThis, 'fetch', (run, given) => {
    const [judgement, args] = judgeInput('fetch', given)
    return promised(judgement, () => run(args))
  })
  patch(globalThis, 'fetchLater', (run, given) => {
    const [judgement, args] = judgeInput('fetchLater', given, { now: true })
    return judgement(
      () => run(args),
      () => ({ activated: false }),
    )
  })
  patch(Navigator.prototype, 'sendBeacon', (run, given) =>
    withText(given, 0, (args, url) =>
      judgeUrl('sendBeacon', url)(
        () => run(args),
        (isHeld) => isHeld,
      ),
    ),
  )
}

type Judged = readonly [judgement: Judgement, args: readonly unknown[]]

/** Judges an XMLHttpRequest when it is sent. A refused request ends with an error. A synchronous request cannot be held. */
export function guardXhr(judgeUrl: JudgeUrl, { patch }: Patches): void {
  const { prototype } = XMLHttpRequest
  const opened = new WeakMap<object, { readonly url: string; readonly now: boolean }>()
  patch(prototype, 'open', (run, given, xhr) => {
    Reflect.deleteProperty(xhr, 'readyState')
    return withText(given, 1, (args, url) => {
      opened.set(xhr, { url: resolve(url), now: args.length > 2 && !args[2] })
      return run(args)
    })
  })
  patch(prototype, 'send', (run, _, xhr) => {
    const request = opened.get(xhr)
    if (!request) return run() // which throws
    return judgeUrl(
      'XMLHttpRequest',
      request.url,
      request,
    )(
      () => opened.get(xhr) === request && run(), // it may have been opened again since
      (isHeld) => {
        if (isHeld) return
        Object.defineProperty(xhr, 'readyState', { configurable: true, value: 4 })
        fire(xhr as EventTarget, 'readystatechange', 'error', 'loadend')
      },
    )
  })
}

/** Judges `new WebSocket`, `new WebSocketStream` and `new EventSource`, which cannot be held. A refused one is closed with an error. */
export function guardSockets(judgeUrl: JudgeUrl, { patch }: Patches): void {
  const guard = (route: GuardRoute, refuse: (run: Run, url: string) => unknown): void =>
    patch(globalThis, route, (run, given) =>
      withText(given, 0, (args, url) =>
        judgeUrl(route, url, { now: true })(
          () => run(args),
          () => refuse(run, url),
        ),
      ),
    )
  for (const route of ['WebSocket', 'EventSource'] as const)
    guard(route, (_, url) => closed(globalThis[route].prototype, url))
  guard('WebSocketStream', (run, url) => run([url, { signal: AbortSignal.abort(new TypeError('Failed to connect')) }]))
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

/** Judges the URLs in the source of `new FontFace`. A refused font has no source, and does not load. */
export function guardFonts(judgeUrl: JudgeUrl, { patch }: Patches): void {
  patch(globalThis, 'FontFace', (run, [family, source, ...others]) => {
    if (typeof source !== 'string') return run()
    const urls = [...source.matchAll(/url\(\s*["']?([^"')]*)/gi)].map(([, url = '']) => url)
    return judgeUrl('FontFace', urls, { now: true })(run, () => run([family, 'local("")', ...others]))
  })
}
