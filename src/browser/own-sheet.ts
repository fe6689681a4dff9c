import { memberOf } from '../core/member-of.js'

/** Takes every banner out of sight, whichever of our style sheets the page has. */
export const HIDDEN = '[data-assent=banner]{display:none!important}'

/**
 * Keeps room at the end of the page, so that what has focus can be scrolled out of the banner (WCAG 2.4.11). It is hidden, so
 * that a page that still arrives pushes it on without a layout shift. Without our style sheet there is no offset, and no room.
 * In no layer: where one comes or goes, Chromium lays the whole page out again.
 */
export function roomRule(height: string): string {
  const room = `var(--assent-room,calc(${height} + var(--assent-offset)))`
  return `@media screen{:where(:root){scroll-padding-block-end:${room}}:where(:root)::after{display:block;block-size:${room};content:'';visibility:hidden}}`
}

/**
 * Makes a style sheet of ours for a document, and gives what writes its text. Without a text the document does not have it.
 * Adopted sheets need no nonce, and change nothing that React or the page owns. Older browsers have none.
 */
export function ownSheet(document: Document): (text: string) => void {
  let sheet: CSSStyleSheet | undefined
  return (text) => {
    const adopted = memberOf(document, 'adoptedStyleSheets') as readonly CSSStyleSheet[]
    if (!Array.isArray(adopted)) return
    const others = adopted.filter((other) => other !== sheet)
    if (text) {
      // A document takes the sheets of its own window alone, and a frame has another.
      sheet = new (memberOf(document, 'defaultView') ?? globalThis).CSSStyleSheet()
      sheet.replaceSync(text)
      others.push(sheet)
    }
    Reflect.set(Object.getPrototypeOf(document) as object, 'adoptedStyleSheets', others, document)
  }
}
