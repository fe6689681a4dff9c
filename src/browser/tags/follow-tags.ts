import { warn } from '../../core/debug.js'
import { ownersIn } from '../../core/decision/condition.js'
import type { Owner } from '../../core/declaration/consent.js'
import { isPermitted } from '../../core/declaration/owners.js'
import { memberOf } from '../../core/member-of.js'
import { createScriptsRun } from '../scripts-run.js'
import { GATED, isHtml, isLoadable, show, silence, type Reviver } from './gated-tags.js'
import { onceInPage } from './once-in-page.js'
import { createScriptQueue } from './script-queue.js'
import type { GrantSource } from './script-registry.js'

/** The gated tags in a root, which follow the grants of a store. */
export interface FollowedTags {
  /** Finds the tags in an element, and the element itself. `update` shows them. */
  find(this: void, within: ParentNode): void
  /** Shows the granted tags, and hides the others. */
  update(this: void): void
  /** Stops following the tags. Shown tags stay, and another call may follow them. */
  release(this: void): void
}

/** A claim to a tag. Only one store follows a tag at a time: the first that declares its ids. */
interface Claim {
  readonly tag: Element
  /** The element in the page: the tag itself, or its running script. */
  place: Element
  /** Hides the tag again. Set while it is shown. */
  hide?: (() => void) | undefined
  isFollowed: boolean
}

/** Makes the claims of a page. The keys are the tags and the scripts that replace them. */
const createClaims = (): WeakMap<Element, Claim> => new WeakMap()

export function followTags(
  source: GrantSource,
  root: Node,
  options: Pick<Reviver, 'nonce' | 'policy' | 'isTrusted'>,
): FollowedTags {
  const { consent } = source
  const page = memberOf(root, 'ownerDocument') ?? (root as Document) // only a document has no ownerDocument
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
      if (!isWanted) claims.delete(tag) // the grant was withdrawn while no store followed the tag
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
    if (!claim.hide && !isThere(tag)) found.delete(tag) // a tag that is added again is found again
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
      const inside = [...memberOf(within, 'querySelectorAll').call(within, `${GATED}, script`)]
      for (const element of isElement(within) ? [within, ...inside] : inside) {
        const { tag } = claims.get(element) ?? { tag: element }
        if (!tag.matches(GATED)) continue
        found.add(tag)
        silence(tag)
      }
    },
    update() {
      found.forEach(follow)
      // The last tag is hidden first, so that each finds its place. A tag that left the page is hidden, so that it waits when
      // it comes back. The tag of a script is out of the page while its copy runs in its place.
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
        if (!isGranted(tag)) hideTag(claim) // its own script has withdrawn the grant
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

/** Finds the owners of a tag. Gives `undefined` if the tag can never be shown. */
function findOwners(tag: Element, { consent }: GrantSource): Owner[] | undefined {
  const categories = wordsOf(tag, 'data-category').map((id) => (consent.ids.includes(id) ? ownersIn(id, consent) : []))
  const services = wordsOf(tag, 'data-service').map((service) => ownersIn({ service }, consent))
  const found = [...categories, ...services]
  if (found.length > 0 && found.every(({ length }) => length) && isLoadable(tag)) return found.flat()
  warn(
    'A tag can never be shown. Its category or service is not declared, or its URL is not an http or https URL. Correct the tag or the declaration.',
    tag,
  )
  return undefined
}

/** Whether an element is in a page that is shown. The old document of a frame that has navigated is not. */
function isThere({ isConnected, ownerDocument }: Element): boolean {
  return isConnected && memberOf(ownerDocument, 'defaultView') !== null
}

/** Whether a node is an element. `instanceof` works only for elements of one window. */
export function isElement(node: Node): node is Element {
  return memberOf(node, 'nodeType') === Node.ELEMENT_NODE
}

function wordsOf(tag: Element, attribute: string): string[] {
  return tag.getAttribute(attribute)?.split(/\s+/).filter(Boolean) ?? []
}

function inOrder({ tag: a }: Claim, { tag: b }: Claim): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
