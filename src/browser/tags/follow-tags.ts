import { warn } from '../../core/debug.js'
import { ownersIn } from '../../core/decision/condition.js'
import type { Owner } from '../../core/declaration/consent.js'
import { isPermitted } from '../../core/declaration/owners.js'
import { createScriptsRun } from '../scripts-run.js'
import { GATED, isHtml, isLoadable, show, type Reviver } from './gated-tags.js'
import { onceInPage } from './once-in-page.js'
import { createScriptQueue } from './script-queue.js'
import type { GrantSource } from './script-registry.js'

/** The tags in a root, as far as a store grants them. */
export interface FollowedTags {
  /** Takes what is in here, and itself. It is shown by `update`. */
  find(this: void, within: ParentNode): void
  /** Shows what is granted, and makes wait again what is not. */
  update(this: void): void
  /** Leaves all to whoever follows it next; what is shown stays. */
  release(this: void): void
}

/** A tag of a page. One store follows it at a time, and shows it once: the first that knows its ids. */
interface Claim {
  readonly tag: Element
  /** What stands in the page for it: itself, or its script once that runs. */
  place: Element
  /** Makes it wait again, where it is shown. */
  hide?: (() => void) | undefined
  isFollowed: boolean
}

/** The tags of a page, each by itself and by what stands for it. */
const createClaims = (): WeakMap<Element, Claim> => new WeakMap()

export function followTags(source: GrantSource, root: Node, options: Pick<Reviver, 'nonce' | 'policy'>): FollowedTags {
  const { consent } = source
  const page = root.ownerDocument ?? (root as Document) // a document alone has none
  const claims = onceInPage(createClaims, page)
  const owners = new WeakMap<Element, readonly Owner[] | undefined>()
  const found = new Set<Element>()
  const followed = new Set<Claim>()

  const ownersOf = (tag: Element): readonly Owner[] | undefined => {
    if (!owners.has(tag)) owners.set(tag, findOwners(tag, source))
    return owners.get(tag)
  }
  const isGranted = (tag: Element): boolean => {
    const { grant } = source.getState()
    return ownersOf(tag)?.every((owner) => isPermitted(owner, consent.categories, grant)) === true
  }
  const reviver: Reviver = {
    ...options,
    run: onceInPage(createScriptQueue, page),
    isWanted(tag) {
      const isWanted = isGranted(tag)
      if (!isWanted) claims.delete(tag) // taken back while nobody followed it
      return isWanted
    },
    onInsert(tag, script, isCode) {
      const claim = claims.get(tag)
      if (claim && isHtml(tag, 'script')) claims.set((claim.place = script), claim)
      if (isCode) for (const owner of ownersOf(tag) ?? []) source.once(createScriptsRun).add(owner)
    },
  }

  const follow = (tag: Element): void => {
    const claim = claims.get(tag) ?? { tag, place: tag, isFollowed: false }
    if (!claim.hide && !isThere(tag)) found.delete(tag) // added again, it is found again
    if (claim.isFollowed || !ownersOf(tag)) return
    claim.isFollowed = true
    claims.set(tag, claim)
    followed.add(claim)
  }
  const hideTag = (claim: Claim): void => {
    const { tag, place, hide } = claim
    if (place !== tag) claims.delete(place)
    claim.place = tag
    claim.hide = undefined
    hide?.()
  }
  const forget = (claim: Claim): void => {
    followed.delete(claim)
    claims.delete(claim.tag)
  }
  return {
    find(within) {
      const inside = [...within.querySelectorAll(`${GATED}, script`)]
      for (const element of isElement(within) ? [within, ...inside] : inside) {
        const { tag } = claims.get(element) ?? { tag: element }
        if (tag.matches(GATED)) found.add(tag)
      }
    },
    update() {
      found.forEach(follow)
      // The last one first, so that each finds its place again. One that left the page waits when it comes back; a script
      // is out of it while another element runs in its place.
      for (const claim of [...followed].reverse()) {
        const { tag, hide } = claim
        if (hide && !(isGranted(tag) && (isThere(tag) || isHtml(tag, 'script')))) hideTag(claim)
        if (!claim.hide && !isThere(tag)) forget(claim)
      }
      for (const claim of [...followed].sort(inOrder)) {
        const { tag, hide } = claim
        if (hide || !isThere(tag) || !isGranted(tag)) continue
        claim.hide = () => undefined // its script may change the grant, which updates all tags
        claim.hide = show(tag, reviver)
        if (!isGranted(tag)) hideTag(claim) // taken back by its own script
      }
    },
    release() {
      for (const claim of followed) {
        claim.isFollowed = false
        if (!claim.hide) claims.delete(claim.tag)
      }
      followed.clear()
      found.clear()
    },
  }
}

/** Who owns a tag; nothing where it waits for ever. */
function findOwners(tag: Element, { consent }: GrantSource): Owner[] | undefined {
  const categories = wordsOf(tag, 'data-category').map((id) => (consent.ids.includes(id) ? ownersIn(id, consent) : []))
  const services = wordsOf(tag, 'data-service').map((service) => ownersIn({ service }, consent))
  const found = [...categories, ...services]
  if (found.length > 0 && found.every(({ length }) => length) && isLoadable(tag)) return found.flat()
  warn('A tag waits for ever: its category or service is not declared, or its URL is none to load.', tag)
  return undefined
}

/** Whether it is in a page that is shown: the document of a frame that has navigated is none. */
function isThere({ isConnected, ownerDocument }: Element): boolean {
  return isConnected && ownerDocument.defaultView !== null
}

/** Not `instanceof`, which knows the elements of one window alone. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}

function wordsOf(tag: Element, attribute: string): string[] {
  return tag.getAttribute(attribute)?.split(/\s+/).filter(Boolean) ?? []
}

function inOrder({ tag: a }: Claim, { tag: b }: Claim): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
