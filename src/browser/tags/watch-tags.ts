import { followTags, isElement } from './follow-tags.js'
import type { GrantSource } from './script-registry.js'
import type { ScriptPolicy } from './script-element.js'

export interface WatchTagsOptions {
  /**
   * Where the tags are: the page, a part of it, an open shadow root, or the document of a frame of this site, once it has
   * loaded. Default: `document`.
   */
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
 * the event `assent:revoke` tells. Follows a store that is started. Returns what stops it; what is shown then stays, and a
 * later call follows it again.
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
  const tags = followTags(source, root, { policy, nonce })
  let wasThere = root.isConnected
  const update = (): void => {
    if (root.isConnected && !wasThere) tags.find(root) // it came, or came back, with all that is in it
    wasThere = root.isConnected
    tags.update()
  }
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes) if (isElement(node) && root.contains(node)) tags.find(node)
    observe()
    update()
  })
  // A part of a page may be taken out of it and put back, and so may the host of a shadow root.
  const observe = (): void => {
    for (let tree: Node | undefined = root; tree; tree = treeAround(tree))
      observer.observe(tree, { childList: true, subtree: true })
  }
  tags.find(root)
  tags.update()
  observe()
  const stop = source.onChange(update)
  return () => {
    observer.disconnect()
    stop()
    tags.release()
  }
}

/** What is to be observed to see a node come and go: the tree that it is in, then that around the host of this tree. */
function treeAround(node: Node): Node | undefined {
  const top = node.getRootNode()
  if (top !== node) return top
  if ('host' in node) return node.host as Element // of a shadow root
  return node.ownerDocument ?? undefined // out of the page, where it may be put
}
