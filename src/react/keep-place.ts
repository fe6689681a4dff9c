import { memberOf } from '../core/member-of.js'

/**
 * A ref, by which React can remove an element that somebody else has removed before, or moved: a blocker, a translator, a
 * router that rewrites the page. Otherwise React throws, and the app is gone. The element goes back to where React put
 * it, just before React removes it; where React only hides it, it goes again at once.
 */
export function keepPlace<T extends Element>(ref?: { current: T | null }): (element: T | null) => void {
  let kept: T | undefined
  let parent: ParentNode | null
  return (element) => {
    if (ref) ref.current = element
    if (element) {
      kept = element
      parent = element.parentNode
    } else if (kept && kept.parentNode !== parent) {
      const { parentNode } = kept
      kept.setAttribute('loading', 'lazy') // a frame would ask its host for the page once more
      if (parent) memberOf(parent, 'append').call(parent, kept)
      if (!parentNode) queueMicrotask(kept.remove.bind(kept))
    }
  }
}
