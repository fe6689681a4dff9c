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
  /** Tells that a script is about to run. */
  onRun(this: void, tag: Element): void
}

/** Tells a page that a script was taken out of it, whose code it may end. */
const REVOKED = 'assent:revoke'
/** What a script has in its own right, and no copy. */
const OWN = ['type', 'nonce', 'src', 'async', 'data-src', 'data-type']
/** The types of scripts that a browser obeys; others hold data. */
const CODE = /^$|script|^module$|map$/i

/** Shows a tag; gives what makes it wait again. */
export function show(tag: Element, reviver: Reviver): () => void {
  if (tag instanceof HTMLScriptElement)
    return revive(tag, tag, tag.dataset.type ?? '', reviver, () => reviver.onRun(tag))
  if (tag instanceof HTMLTemplateElement) return fill(tag, reviver)
  return load(tag)
}

/** Puts a new script of this tag, which runs, in a place; gives what undoes that. */
function revive(
  tag: HTMLScriptElement,
  place: ChildNode,
  type: string,
  { run, nonce, policy }: Reviver,
  onRun: () => void,
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
    insert(element) {
      revived = element
      if (isCode) onRun()
      place.replaceWith(element)
    },
  })
  return () => {
    if (revived && isCode) {
      const target = revived.isConnected ? revived : document
      target.dispatchEvent(new CustomEvent(REVOKED, { bubbles: true, detail: { element: revived } }))
    }
    revived?.replaceWith(place)
    takeBack()
  }
}

/** Puts a copy of a template's content after it. Scripts in it run in their order, too. */
function fill(template: HTMLTemplateElement, reviver: Reviver): () => void {
  const content = document.importNode(template.content, true)
  for (const tag of content.querySelectorAll('iframe[data-src], img[data-src]'))
    if (!tag.matches(GATED) && isLoadable(tag)) load(tag)
  const end = document.createComment('')
  // The copy of a script with text breaks Trusted Types, whatever its type, so each is made anew.
  const scripts = [...content.querySelectorAll('script')].map((script) => {
    const place = document.createComment('')
    script.replaceWith(place)
    return [script, place] as const
  })
  template.after(content, end)
  const undo = scripts.map(([script, place]) =>
    revive(script, place, script.getAttribute('type') ?? '', reviver, () => reviver.onRun(template)),
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
    if (tag instanceof HTMLIFrameElement) tag.replaceWith(tag)
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
  return URL.canParse(url, document.baseURI) && /^https?:$/.test(new URL(url, document.baseURI).protocol)
}
