import { memberOf } from '../../core/member-of.js'
import { followTags, isElement } from './follow-tags.js'
import { pageNonce } from './page-nonce.js'
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
  /** The nonce of the page's policy. Default: that of the scripts in the document. */
  nonce?: string | undefined
  /**
   * Whether only scripts run that carry the nonce. Default: yes, if the document's policy has a nonce or `nonce` is given.
   * `false` gives `nonce` to scripts without one, so that whoever can write markup in `root` can run scripts.
   */
  requireNonce?: boolean | undefined
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
  const { root = document, policy } = options
  const nonce = options.nonce ?? pageNonce(memberOf(root, 'ownerDocument') ?? (root as Document)) // only a document has none
  const { requireNonce = nonce !== undefined } = options
  const isTrusted = (script: HTMLScriptElement): boolean => !requireNonce || (!!nonce && script.nonce === nonce)
  const tags = followTags(source, root, { policy, nonce: options.nonce, isTrusted })
  const isThere = (): boolean => memberOf(root, 'isConnected')
  let wasThere = isThere()
  const update = (): void => {
    if (isThere() && !wasThere) tags.find(root) // the root was inserted, with everything in it
    wasThere = isThere()
    tags.update()
  }
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes) if (isElement(node) && memberOf(root, 'contains').call(root, node)) tags.find(node)
    observe()
    update()
  })
  // A part of a page, or the host of a shadow root, may be removed and inserted again.
  const observe = (): void => {
    for (let tree: Node | undefined = root; tree; tree = treeAround(tree))
      observer.observe(tree, { childList: true, subtree: true })
  }
  observe() // first: a template that is shown at once may hold further tags
  tags.find(root)
  tags.update()
  const stop = source.onChange(update)
  return () => {
    observer.disconnect()
    stop()
    tags.release()
  }
}

/** Gives the tree to observe for the insertion of a node: its own tree, then the tree around that tree's host. */
function treeAround(node: Node): Node | undefined {
  const top = memberOf(node, 'getRootNode').call(node)
  if (top !== node) return top
  if (memberOf(node, 'nodeType') === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node) return node.host as Element // of a shadow root
  return memberOf(node, 'ownerDocument') ?? undefined // the node is outside the page, and may be inserted
}
