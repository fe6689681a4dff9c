import { FORM_ID } from '../core/decision/choice.js'
import { memberOf } from '../core/member-of.js'
import { HIDDEN, ownSheet, roomRule } from '../browser/own-sheet.js'

/** Keeps as much room at the end of the page as the banner takes, which depends on its words. Gives what ends it. */
export function keepRoom(banner: HTMLElement): (() => void) | undefined {
  if (typeof ResizeObserver === 'undefined') return
  const write = ownSheet(memberOf(banner, 'ownerDocument'))
  let height = 0
  const observer = new ResizeObserver(() => {
    if (height === banner.offsetHeight) return
    height = banner.offsetHeight
    write(height ? roomRule(`${height}px`) : '')
  })
  observer.observe(banner)
  return () => {
    observer.disconnect()
    write('')
  }
}

/** Takes the banner away while a fragment leads to the form, which has the same buttons. Gives what ends it. */
export function hideBannerAt(form: HTMLElement): () => void {
  const write = ownSheet(memberOf(form, 'ownerDocument'))
  const look = (): void => {
    write(location.hash === `#${FORM_ID}` ? HIDDEN : '')
  }
  look()
  addEventListener('hashchange', look)
  return () => {
    removeEventListener('hashchange', look)
    write('')
  }
}
