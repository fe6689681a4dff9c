import { fire, type Handler, type Patches, type Run } from './patch.js'
import { memberOf } from '../core/member-of.js'
import { type JudgeUrl, withText } from './judge-url.js'
import type { GuardRoute } from './judge.js'

/** The members that make an element load a URL, and the elements. Attributes have the same names in lower case. An SVG has `href`. */
const MEMBERS = {
  src: ['script', 'iframe', 'frame', 'img', 'input', 'source', 'video', 'audio', 'track', 'embed'],
  srcset: ['img', 'source'],
  href: ['link', 'base', 'script', 'image', 'feImage'],
  imageSrcset: ['link'],
  poster: ['video'],
  data: ['object'],
  background: ['body', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
} as const satisfies Record<string, readonly GuardRoute[]>

/**
 * Judges the URL of an element before the element gets it, in the page or not. Without a URL the element loads nothing. A URL
 * that comes later is loaded then.
 */
export function guardElements(judgeUrl: JudgeUrl, { patch }: Patches): void {
  const judge = (run: Run, args: readonly unknown[], element: Element, name: string, text: string): unknown =>
    judgeUrl(element.localName as GuardRoute, /srcset/i.test(name) ? text.split(/[\s,]+/) : text, {
      place: [element, name],
    })(
      () => run(args),
      (isHeld) => {
        if (!isHeld) fire(element, 'error')
      },
    )
  const attributes = new Map<string, readonly string[]>()
  const byAttribute =
    (at: number): Handler =>
    (run, [...args], self) => {
      const name = (args[at] = String(args[at])).replace(/^[^]*:/, '').toLowerCase()
      const element = self as Element // the method is one of Element
      return attributes.get(name)?.includes(element.localName)
        ? withText(args, at + 1, (args, text) => judge(run, args, element, name, text))
        : run(args)
    }
  for (const [name, tags] of Object.entries(MEMBERS)) {
    attributes.set(name.toLowerCase(), tags)
    for (const tag of tags)
      patch(classOf(tag, name), name, (run, args, self) =>
        withText(args, 0, (args, text) => judge(run, args, self as Element, name, text)),
      )
  }
  patch(Element.prototype, 'setAttribute', byAttribute(0))
  patch(Element.prototype, 'setAttributeNS', byAttribute(1))
}

/** Gives the prototype that has a member of an element. Audio and video have `src` in common, and one of them patches it. */
function classOf(tag: string, name: string): object | undefined {
  const { prototype } = memberOf(document, 'createElement').call(document, tag).constructor as { prototype: object }
  return tag + name === 'videosrc' ? HTMLMediaElement.prototype : prototype
}
