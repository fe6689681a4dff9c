import { warn } from '../../core/debug.js'
import { memberOf } from '../../core/member-of.js'
import { areWebUrls, isWebUrl } from '../../core/web-url.js'
import type { QueuedScript } from './script-queue.js'

/** The selector of markup that waits. `data-type` of a script is the type that it gets, such as `module`. */
export const GATED =
  ':is(script[type="text/plain"], template, iframe[data-src], img[data-src]):is([data-category], [data-service])'

/** The options to show a granted tag. */
export interface Reviver {
  run(this: void, script: QueuedScript): () => void
  /** The nonce for a script without one. */
  readonly nonce: string | undefined
  readonly policy: QueuedScript['policy']
  /** Whether the code of this script may run: the page vouches for it. */
  isTrusted(this: void, script: HTMLScriptElement): boolean
  /** Whether the script of this tag should still run. Called at its turn. */
  isWanted(this: void, tag: Element): boolean
  /** Called before a script of this tag is inserted. `isCode` is false if the script only holds data. */
  onInsert(this: void, tag: Element, script: HTMLScriptElement, isCode: boolean): void
}

/** The event that tells a page that a script was removed, so that the page can stop its code. */
const REVOKED = 'assent:revoke'
/** The attributes that a script does not copy from its tag. */
const NOT_COPIED = ['type', 'nonce', 'src', 'async', 'data-src', 'data-type']
/** The types of scripts that browsers act on. Others hold data. */
const CODE = /^$|script|^module$|map$|rules$/i

/** Shows a tag. Gives a function that hides it again. */
export function show(tag: Element, reviver: Reviver): () => void {
  if (isHtml(tag, 'script')) return revive(tag, tag, tag.dataset.type ?? '', reviver)
  if (isHtml(tag, 'template')) return fill(tag, reviver)
  return load(tag)
}

/** Whether a tag is an HTML element of that name, in any document. `instanceof` works only for elements of one window. */
export function isHtml<K extends keyof HTMLElementTagNameMap>(tag: Element, name: K): tag is HTMLElementTagNameMap[K] {
  return tag.localName === name && tag.namespaceURI === 'http://www.w3.org/1999/xhtml'
}

/**
 * Inserts a new script for this tag, or for a script in a template. Gives a function that removes it. A script that the page
 * does not vouch for stays as it is, and so does one whose URL is not of the web.
 */
function revive(
  tag: HTMLScriptElement,
  place: ChildNode,
  type: string,
  { run, nonce, policy, isTrusted, isWanted, onInsert }: Reviver,
  gated: Element = tag,
): () => void {
  const isCode = CODE.test(type.trim())
  if ((isCode || gated === tag) && !(isTrusted(tag) && isLoadable(tag))) {
    warn(UNTRUSTED, tag)
    return () => undefined
  }
  let revived: HTMLScriptElement | undefined
  const takeBack = run({
    src: isCode ? urlOf(tag) : undefined,
    text: tag.text,
    async: tag.hasAttribute('async'),
    nonce: tag.nonce || nonce,
    attributes: [...tag.attributes]
      // An attribute without a case, such as `SRC`, is set in lower case.
      .filter(({ name }) => !NOT_COPIED.includes(name.toLowerCase()) || (!isCode && name.startsWith('data-')))
      .map(({ name, value }) => [name, value] as const)
      .concat(type ? [['type', type]] : []),
    policy,
    page: gated.ownerDocument,
    isWanted: () => isWanted(gated),
    insert(element) {
      revived = element
      onInsert(gated, element, isCode)
      place.replaceWith(element)
    },
  })
  return () => {
    if (revived && isCode) {
      const target = revived.isConnected ? revived : gated.ownerDocument
      // A composed event also leaves a shadow root.
      const event = new CustomEvent(REVOKED, { bubbles: true, composed: true, detail: { element: revived } })
      memberOf(target, 'dispatchEvent').call(target, event)
    }
    revived?.replaceWith(place)
    takeBack()
  }
}

/** Inserts a copy of a template's content after it. Its scripts run in their order. */
function fill(template: HTMLTemplateElement, reviver: Reviver): () => void {
  const page = template.ownerDocument
  const inert = memberOf(page, 'implementation').createHTMLDocument('')
  const content = inert.importNode(template.content, true)
  for (const tag of content.querySelectorAll('iframe, frame, embed, object'))
    for (const name of ['src', 'data']) keepUrl(tag, name)
  content.querySelectorAll('iframe[data-src]').forEach(silence)
  const gated = [...content.querySelectorAll('iframe[data-src], img[data-src]')].filter((tag) => !tag.matches(GATED))
  const end = inert.createComment('')
  // Trusted Types refuse a copy of a script with text, whatever its type, so each script is made new.
  const scripts = [...content.querySelectorAll('script')].map((script) => {
    const place = inert.createComment('')
    script.replaceWith(place)
    return [script, place] as const
  })
  // Scripts in shadow roots never run, because they have been inserted into a document without scripting (HTML, "prepare
  // the script element").
  inert.body.append(content, end)
  const copy = inert.createRange()
  copy.selectNodeContents(inert.body)
  template.after(copy.extractContents())
  gated.forEach(load)
  const undo = scripts.map(([script, place]) =>
    revive(script, place, script.getAttribute('type') ?? '', reviver, template),
  )
  return () => {
    for (const remove of undo) remove()
    if (!template.parentNode || end.parentNode !== template.parentNode) return
    const copy = memberOf(page, 'createRange').call(page)
    copy.setStartAfter(template)
    copy.setEndAfter(end)
    copy.deleteContents()
  }
}

/** Removes an attribute whose URL is not of the web. `about:blank` runs nothing. */
function keepUrl(tag: Element, name: string): void {
  const url = tag.getAttribute(name) ?? ''
  if (isWebUrl(url) || url === 'about:blank') return
  tag.removeAttribute(name)
  warn(NOT_WEB, tag)
}

/**
 * Removes what a frame would run while it waits: its `srcdoc`, and a `src` that is code. Browsers prefer `srcdoc` to `src`,
 * so the frame could not load later, either.
 */
export function silence(tag: Element): void {
  if (!isHtml(tag, 'iframe')) return
  if (tag.hasAttribute('srcdoc')) {
    tag.removeAttribute('srcdoc')
    warn(SRCDOC, tag)
  }
  keepUrl(tag, 'src')
}

function load(tag: Element): () => void {
  const { srcset } = (tag as HTMLElement).dataset // GATED matches only HTML elements
  const url = urlOf(tag)
  silence(tag)
  if (url !== undefined && isWebUrl(url)) tag.setAttribute('src', url)
  if (srcset && areWebUrls(srcset)) tag.setAttribute('srcset', srcset)
  else if (srcset) warn(NOT_WEB, tag)
  return () => {
    tag.removeAttribute('src')
    if (srcset) tag.removeAttribute('srcset')
    // A frame keeps its document until it is removed from the page.
    if (isHtml(tag, 'iframe')) tag.replaceWith(tag)
  }
}

/** Gives the URL of a tag, as it is written: its `data-src`, or the `src` of a script. */
function urlOf(tag: Element): string | undefined {
  return tag.getAttribute('data-src') ?? (isHtml(tag, 'script') ? tag.getAttribute('src') : null) ?? undefined
}

/** Whether a tag's URL may be loaded. A `javascript:` or `data:` URL would run as a script. */
export function isLoadable(tag: Element): boolean {
  return isWebUrl(urlOf(tag) ?? '')
}

const UNTRUSTED =
  "A script that waited does not run. It lacks the page's nonce, or its URL is not an http or https URL. Give the tag the nonce, or correct its URL."
const NOT_WEB =
  'A URL of a tag that waited is not set, because it is not an http or https URL: it could run as a script. Correct the URL.'
const SRCDOC =
  'The srcdoc of a frame with data-src is removed, because browsers run it before the grant. Put a frame with srcdoc alone into a <template>.'
