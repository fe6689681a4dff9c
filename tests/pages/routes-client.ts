// The ways of a page to send something, each by the name that its tests have.
import type { GuardedPage } from '../fixtures/guarded-site.js'

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'

const insert = (element: Element): void => document.body.append(element)
const element = (tag: string, attribute: string, url: string): void => {
  const one = document.createElement(tag)
  if (tag === 'link') one.setAttribute('rel', 'stylesheet')
  one.setAttribute(attribute, url)
  insert(one)
}

/** A browser loads a track that is shown, of media with a source, and from another host only by CORS. */
const insertTrack = (load: (track: HTMLTrackElement) => void): void => {
  const video = Object.assign(document.createElement('video'), { crossOrigin: 'anonymous', src: 'data:video/mp4,' })
  const track = Object.assign(document.createElement('track'), { kind: 'captions', default: true })
  load(track)
  video.append(track)
  insert(video)
  track.track.mode = 'showing'
}
/** Calls what TypeScript does not know yet, and only some browsers have. */
const rare = (name: string, call: (found: (...args: unknown[]) => unknown) => unknown): void => {
  const found: unknown = Reflect.get(window, name)
  if (typeof found === 'function') call(found as (...args: unknown[]) => unknown)
}

const routes: Record<string, (url: string) => void> = {
  fetch: (url) => void fetch(url, { mode: 'no-cors' }).catch(() => undefined),
  'fetch of a Request': (url) => void fetch(new Request(url, { mode: 'no-cors' })).catch(() => undefined),
  XMLHttpRequest(url) {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', url)
    xhr.send('x')
  },
  sendBeacon: (url) => void navigator.sendBeacon(url, 'x'),
  WebSocket(url) {
    new WebSocket(url.replace(/^http/, 'ws'))
  },
  EventSource(url) {
    new EventSource(url)
  },
  'script.src': (url) => insert(Object.assign(document.createElement('script'), { src: url })),
  'script.src in the page': (url) => {
    const script = document.createElement('script')
    insert(script)
    script.src = url
  },
  'script attribute': (url) => element('script', 'SRC', url),
  'script of an SVG'(url) {
    const svg = document.createElementNS(SVG, 'svg')
    const script = document.createElementNS(SVG, 'script')
    script.setAttributeNS(XLINK, 'xlink:href', url)
    svg.append(script)
    insert(svg)
  },
  'iframe.src': (url) => insert(Object.assign(document.createElement('iframe'), { src: url })),
  'iframe attribute': (url) => element('iframe', 'src', url),
  'img.src': (url) => insert(Object.assign(document.createElement('img'), { src: url })),
  'new Image': (url) => void (new Image(1, 1).src = url),
  'img.srcset': (url) => insert(Object.assign(document.createElement('img'), { srcset: `${url} 1x, ${url}?2 2x` })),
  'img attribute': (url) => element('img', 'src', url),
  'img srcset attribute': (url) => element('img', 'srcset', `${url} 1x`),
  'link.href': (url) => insert(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })),
  'link attribute': (url) => element('link', 'href', url),
  'input.src': (url) => insert(Object.assign(document.createElement('input'), { type: 'image', src: url })),
  'video.src': (url) => insert(Object.assign(document.createElement('video'), { preload: 'auto', src: url })),
  'video.poster': (url) => insert(Object.assign(document.createElement('video'), { poster: url })),
  'audio attribute': (url) => element('audio', 'src', url),
  'source.src'(url) {
    const video = Object.assign(document.createElement('video'), { preload: 'auto' })
    video.append(Object.assign(document.createElement('source'), { src: url }))
    insert(video)
  },
  'source.srcset img'(url) {
    const picture = document.createElement('picture')
    picture.append(
      Object.assign(document.createElement('source'), { srcset: `${url} 1x` }),
      Object.assign(document.createElement('img'), { src: 'data:,' }),
    )
    insert(picture)
  },
  'track.src'(url) {
    insertTrack((track) => (track.src = url))
  },
  'track attribute'(url) {
    insertTrack((track) => track.setAttribute('src', url))
  },
  'embed attribute iframe': (url) => element('embed', 'src', url),
  'object.data iframe': (url) => insert(Object.assign(document.createElement('object'), { data: url })),
  'body.background img': (url) => void Object.assign(document.body, { background: url }),
  'td attribute img'(url) {
    const table = document.createElement('table')
    table.insertRow().insertCell().setAttribute('background', url)
    insert(table)
  },
  'image of an SVG img'(url) {
    const svg = document.createElementNS(SVG, 'svg')
    const image = document.createElementNS(SVG, 'image')
    image.setAttribute('href', url)
    svg.append(image)
    insert(svg)
  },
  'feImage of an SVG img'(url) {
    const svg = document.createElementNS(SVG, 'svg')
    const filter = document.createElementNS(SVG, 'filter')
    const image = document.createElementNS(SVG, 'feImage')
    const rect = document.createElementNS(SVG, 'rect')
    filter.id = `f${document.querySelectorAll('filter').length}`
    image.setAttributeNS(XLINK, 'xlink:href', url)
    filter.append(image)
    for (const [name, value] of Object.entries({ width: '10', height: '10', filter: `url(#${filter.id})` }))
      rect.setAttribute(name, value)
    svg.append(filter, rect)
    insert(svg)
  },
  'frame img'(url) {
    const [frame, set] = ['frame', 'frameset'].map((tag) => document.createElement(tag))
    if (frame && set) set.append(Object.assign(frame, { src: url }))
    if (!set) return
    insert(set)
  },
  'link imagesrcset img'(url) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'image' })
    link.imageSrcset = `${url} 1x`
    insert(link)
  },
  'base.href img'(url) {
    const base = Object.assign(document.createElement('base'), { href: url })
    document.head.append(base)
    insert(Object.assign(document.createElement('img'), { src: url.replace(/.*\//, '') }))
    queueMicrotask(() => base.remove()) // an image takes its URL in a microtask, too
  },
  WebSocketStream: (url) =>
    rare('WebSocketStream', (found) => {
      const stream = Reflect.construct(found, [url.replace(/^http/, 'ws')]) as Record<
        'opened' | 'closed',
        Promise<unknown>
      >
      for (const end of [stream.opened, stream.closed]) end.catch(() => undefined)
    }),
  fetchLater: (url) => rare('fetchLater', (found) => found(url, { activateAfter: 0 })),
  FontFace: (url) => void new FontFace('x', `local("none"), url( "${url}" )`).load().catch(() => undefined),
}
Object.assign(window, { routes } satisfies Partial<GuardedPage>)
