import { followTags, isElement } from './follow-tags.js'
import type { GrantSource } from './script-registry.js'
import type { ScriptPolicy } from './script-element.js'

export interface WatchTagsOptions {
  /**
   * The place of the tags: the page, a part of it, an open shadow root, or the loaded document of a frame of this site.
   * Default: `document`.
   */
  root?: Document | DocumentFragment | Element | undefined
  /** The Trusted Types policy for scripts. Default: a policy of the library, named `assent`. */
  policy?: ScriptPolicy | undefined
  /**
   * The nonce for scripts whose tag has none. It makes every waiting tag in `root` trusted, so leave it out if others can
   * write markup there.
   */
  nonce?: string | undefined
}

/**
 * Holds back markup outside React until it is granted: `<script type="text/plain">`, `<template>`, `<iframe data-src>`
 * and `<img data-src>` with `data-category` or `data-service`. Several ids are separated by spaces, and all are needed. Tags
 * that are added later are found too. A withdrawal hides frames, images and contents of templates. The code of a script
 * cannot be removed, so the event `assent:revoke` reports its withdrawal. It follows a started store. Returns a function
 * that stops it. Shown tags then stay, and a later call follows them again.
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
    if (root.isConnected && !wasThere) tags.find(root) // the root was inserted, with everything in it
    wasThere = root.isConnected
    tags.update()
  }
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes) if (isElement(node) && root.contains(node)) tags.find(node)
    observe()
    update()
  })
  // A part of a page, or the host of a shadow root, may be removed and inserted again.
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

/** Gives the tree to observe for the insertion of a node: its own tree, then the tree around that tree's host. */
function treeAround(node: Node): Node | undefined {
  const top = node.getRootNode()
  if (top !== node) return top
  if ('host' in node) return node.host as Element // the host of a shadow root
  return node.ownerDocument ?? undefined // the node is outside the page, and may be inserted
}
