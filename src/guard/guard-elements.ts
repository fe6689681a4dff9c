import { fire, type Handler, type Patches, type Run } from './patch.js'
import type { JudgeUrl } from './judge-url.js'
import type { GuardRoute } from './judge.js'

/** The attributes that make an element load a URL. A script in an SVG has `href`. */
const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['script', ['src', 'href']],
  ['iframe', ['src']],
  ['img', ['src', 'srcset']],
  ['link', ['href']],
] satisfies [GuardRoute, string[]][])

/**
 * Judges the URL of a script, iframe, image or link before the element gets it, in the page or not. Without a URL the
 * element loads nothing. A URL that comes later is loaded then.
 */
export function guardElements(judgeUrl: JudgeUrl, { patch }: Patches): void {
  const judge = (run: Run, element: Element, name: string, value: unknown): unknown => {
    const judgeAll = ([url, ...others]: readonly unknown[]): unknown =>
      judgeUrl(element.localName as GuardRoute, url, { place: [element, name] })(
        // one of ATTRIBUTES
        () => (others.length ? judgeAll(others) : run()),
        (isHeld) => {
          if (!isHeld) fire(element, 'error')
        },
      )
    return judgeAll(name === 'srcset' ? String(value).split(/[\s,]+/) : [value])
  }
  const byAttribute =
    (at: number): Handler =>
    (run, args, self) => {
      const name = /(?:^|:)(src|srcset|href)$/i.exec(String(args[at]))?.[1]?.toLowerCase()
      const element = self as Element // the method is one of Element
      return name && ATTRIBUTES.get(element.localName)?.includes(name) ? judge(run, element, name, args[at + 1]) : run()
    }
  for (const [tag, names] of ATTRIBUTES)
    for (const name of names)
      patch(document.createElement(tag).constructor.prototype as object, name, (run, [value], element) =>
        judge(run, element as Element, name, value),
      )
  patch(Element.prototype, 'setAttribute', byAttribute(0))
  patch(Element.prototype, 'setAttributeNS', byAttribute(1))
}
