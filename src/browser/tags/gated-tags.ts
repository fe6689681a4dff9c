import type { QueuedScript } from './script-queue.js'

/** Markup that waits. A script may say in `data-type` what it is to become, such as `module`. */
export const GATED =
  ':is(script[type="text/plain"], template, iframe[data-src], img[data-src]):is([data-category], [data-service])'

/** What shows a tag whose grant is there. */
export interface Reviver {
  run(this: void, script: QueuedScript): () => void
  /** The nonce of a script that has none of its own. */
  readonly nonce: string | undefined
  readonly policy: QueuedScript['policy']
  /** Whether the script of this tag is to run still, now that it is its turn. */
  isWanted(this: void, tag: Element): boolean
  /** Hears of a script before it is put into the page: for this tag, and whether it runs or holds data. */
  onInsert(this: void, tag: Element, script: HTMLScriptElement, isCode: boolean): void
}

/** Tells a page that a script was taken out of it, whose code it may end. */
const REVOKED = 'assent:revoke'
/** What a script has in its own right, and no copy. */
const OWN = ['type', 'nonce', 'src', 'async', 'data-src', 'data-type']
/** The types of scripts that a browser obeys; others hold data. */
const CODE = /^$|script|^module$|map$/i

/** Shows a tag; gives what makes it wait again. */
export function show(tag: Element, reviver: Reviver): () => void {
  if (isHtml(tag, 'script')) return revive(tag, tag, tag.dataset.type ?? '', reviver)
  if (isHtml(tag, 'template')) return fill(tag, reviver)
  return load(tag)
}

/** Whether it is an HTML element of that name, in whichever document: `instanceof` knows those of one window alone. */
export function isHtml<K extends keyof HTMLElementTagNameMap>(tag: Element, name: K): tag is HTMLElementTagNameMap[K] {
  return tag.localName === name && tag.namespaceURI === 'http://www.w3.org/1999/xhtml'
}

/** Puts a new script of this tag, or of one in a template, in a place; gives what undoes that. */
function revive(
  tag: HTMLScriptElement,
  place: ChildNode,
  type: string,
  { run, nonce, policy, isWanted, onInsert }: Reviver,
  gated: Element = tag,
): () => void {
  const isCode = CODE.test(type)
  let revived: HTMLScriptElement | undefined
  const takeBack = run({
    src: isCode ? (urlOf(tag) ?? tag.getAttribute('src') ?? undefined) : undefined,
    text: tag.text,
    async: tag.hasAttribute('async'),
    nonce: tag.nonce || nonce,
    attributes: [...tag.attributes]
      .filter(({ name }) => !OWN.includes(name) || (!isCode && name.startsWith('data-')))
      .map(({ name, value }) => [name, value] as const)
      .concat(type ? [['type', type]] : []),
    policy,
    page: tag.ownerDocument,
    isWanted: () => isWanted(gated),
    insert(element) {
      revived = element
      onInsert(gated, element, isCode)
      place.replaceWith(element)
    },
  })
  return () => {
    if (revived && isCode) {
      const target = revived.isConnected ? revived : tag.ownerDocument
      // Composed: it is heard outside of a shadow root, too.
      target.dispatchEvent(new CustomEvent(REVOKED, { bubbles: true, composed: true, detail: { element: revived } }))
    }
    revived?.replaceWith(place)
    takeBack()
  }
}

/** Puts a copy of a template's content after it. Scripts in it run in their order, too. */
function fill(template: HTMLTemplateElement, reviver: Reviver): () => void {
  const page = template.ownerDocument
  const content = page.importNode(template.content, true)
  for (const tag of content.querySelectorAll('iframe[data-src], img[data-src]'))
    if (!tag.matches(GATED) && isLoadable(tag)) load(tag)
  const end = page.createComment('')
  // The copy of a script with text breaks Trusted Types, whatever its type, so each is made anew.
  const scripts = [...content.querySelectorAll('script')].map((script) => {
    const place = page.createComment('')
    script.replaceWith(place)
    return [script, place] as const
  })
  template.after(content, end)
  const undo = scripts.map(([script, place]) =>
    revive(script, place, script.getAttribute('type') ?? '', reviver, template),
  )
  return () => {
    for (const one of undo) one()
    if (end.parentNode !== template.parentNode) return
    while (template.nextSibling && template.nextSibling !== end) template.nextSibling.remove()
    end.remove()
  }
}

function load(tag: Element): () => void {
  const { srcset } = (tag as HTMLElement).dataset // GATED has HTML elements alone
  tag.setAttribute('src', urlOf(tag) ?? '')
  if (srcset) tag.setAttribute('srcset', srcset)
  return () => {
    tag.removeAttribute('src')
    if (srcset) tag.removeAttribute('srcset')
    // A frame keeps its document until it leaves the page.
    if (isHtml(tag, 'iframe')) tag.replaceWith(tag)
  }
}

/** The URL of `data-src`, as it is written. */
function urlOf(tag: Element): string | undefined {
  return tag.getAttribute('data-src') ?? undefined
}

/** Whether a tag's URL is one to load: a `javascript:` URL would run. */
export function isLoadable(tag: Element): boolean {
  const url = urlOf(tag)
  if (url === undefined) return true
  const { baseURI } = tag
  return URL.canParse(url, baseURI) && /^https?:$/.test(new URL(url, baseURI).protocol)
}
