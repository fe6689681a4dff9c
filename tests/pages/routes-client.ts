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
}
Object.assign(window, { routes } satisfies Partial<GuardedPage>)
