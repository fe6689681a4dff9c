import { debug } from '../../core/debug.js'
import { ownersIn } from '../../core/decision/condition.js'
import type { Owner } from '../../core/declaration/consent.js'
import { isPermitted } from '../../core/declaration/owners.js'
import { markRun } from '../../core/scripts-run.js'
import { GATED, isLoadable, show, type Reviver } from './gated-tags.js'
import type { GrantSource } from './script-registry.js'
import type { ScriptPolicy } from './script-element.js'
import { createScriptQueue } from './script-queue.js'

export interface WatchTagsOptions {
  /** Where the tags are. Default: `document`. */
  root?: Document | DocumentFragment | Element | undefined
  /** A policy of Trusted Types that scripts go through. Default: one of our own, called `assent`. */
  policy?: ScriptPolicy | undefined
  /**
   * The nonce of scripts whose tag has none. It vouches for every tag that waits in `root`: leave it out where others
   * can write markup.
   */
  nonce?: string | undefined
}

/**
 * Lets markup that React does not own wait for its grant: `<script type="text/plain">`, `<template>`, `<iframe data-src>`
 * and `<img data-src>` with `data-category` (ids with spaces between: all of them are needed) or `data-service`. Tags that
 * are added later count, too. On withdrawal frames, images and contents of templates go; of a script, whose code stays,
 * the event `assent:revoke` tells. Follows a store that is started. Returns what stops it; what is shown then stays.
 *
 * @example
 * ```ts
 * import { createBrowserJar, createConsentStore, defineConsent, watchTags } from 'assent/core'
 *
 * const consent = defineConsent({ version: 1, categories: { analytics: { name: 'Analytics', description: '' } } })
 * const store = createConsentStore(consent, { jar: createBrowserJar() })
 * store.start()
 * const stop = watchTags(store) // <script type="text/plain" data-category="analytics" data-src="/analytics.js"></script>
 * ```
 */
export function watchTags(source: GrantSource, options: WatchTagsOptions = {}): () => void {
  const { root = document, policy, nonce } = options
  const { consent } = source
  const owners = new WeakMap<Element, readonly Owner[] | undefined>()
  const waiting = new Set<Element>()
  const shown = new Map<Element, () => void>()
  const reviver: Reviver = {
    run: createScriptQueue(),
    nonce,
    policy,
    onRun(tag) {
      for (const owner of ownersOf(tag) ?? []) markRun(source, owner)
    },
  }

  const ownersOf = (tag: Element): readonly Owner[] | undefined => {
    if (!owners.has(tag)) owners.set(tag, findOwners(tag))
    return owners.get(tag)
  }
  const findOwners = (tag: Element): Owner[] | undefined => {
    const categories = wordsOf(tag, 'data-category').map((id) =>
      consent.ids.includes(id) ? ownersIn(id, consent) : [],
    )
    const services = wordsOf(tag, 'data-service').map((service) => ownersIn({ service }, consent))
    const found = [...categories, ...services]
    if (found.length > 0 && found.every(({ length }) => length) && isLoadable(tag)) return found.flat()
    debug('A tag waits for ever: its category or service is not declared, or its URL is none to load.', tag)
    return undefined
  }
  const update = (): void => {
    const { grant } = source.getState()
    const isGranted = (tag: Element): boolean =>
      ownersOf(tag)?.every((owner) => isPermitted(owner, consent.categories, grant)) === true
    // The last one first, so that each finds its place again. One that left the page waits when it comes back; a script
    // is out of it while another element runs in its place.
    for (const [tag, hide] of [...shown].reverse())
      if (!isGranted(tag) || !(tag.isConnected || tag instanceof HTMLScriptElement)) {
        shown.delete(tag)
        hide()
        if (tag.isConnected) waiting.add(tag)
      }
    for (const tag of [...waiting].sort(inOrder)) {
      if (!tag.isConnected)
        waiting.delete(tag) // added again, it is found again
      else if (isGranted(tag)) {
        waiting.delete(tag)
        shown.set(tag, show(tag, reviver))
      }
    }
  }
  const find = (within: ParentNode): void => {
    for (const tag of within.querySelectorAll(GATED)) if (!shown.has(tag)) waiting.add(tag)
  }
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes)
        if (node instanceof Element) {
          if (node.matches(GATED) && !shown.has(node)) waiting.add(node)
          find(node)
        }
    update()
  })

  find(root)
  update()
  observer.observe(root, { childList: true, subtree: true })
  const stop = source.subscribe(update)
  return () => {
    observer.disconnect()
    stop()
  }
}

function wordsOf(tag: Element, attribute: string): string[] {
  return tag.getAttribute(attribute)?.split(/\s+/).filter(Boolean) ?? []
}

function inOrder(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
