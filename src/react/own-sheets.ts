import { FORM_ID } from '../core/decision/choice.js'
import { memberOf } from '../core/member-of.js'
import { HIDDEN, ownSheet, roomRule } from '../browser/own-sheet.js'
import { warnOfTwins } from './warn-of-twins.js'

/**
 * Keeps as much room at the end of the page as the banner takes, which depends on its words and its layout: at its start for one
 * at the top, none for one in the page. Gives what ends it.
 */
export function keepRoom(banner: HTMLElement): (() => void) | undefined {
  if (typeof ResizeObserver === 'undefined') return
  const write = ownSheet(memberOf(banner, 'ownerDocument'))
  let known = ''
  let fault: string | undefined
  const observer = new ResizeObserver(() => {
    if (process.env.NODE_ENV !== 'production') fault = warnOfTwins(banner, fault)
    const rule = ruleFor(banner)
    if (rule === known) return
    known = rule
    write(rule)
  })
  observer.observe(banner)
  return () => {
    observer.disconnect()
    write('')
  }
}

function ruleFor(banner: HTMLElement): string {
  const { offsetHeight: height, offsetTop: above } = banner
  if (!height || getComputedStyle(banner).position !== 'fixed') return ''
  const { innerHeight = 0 } = memberOf(memberOf(banner, 'ownerDocument'), 'defaultView') ?? {}
  const below = innerHeight - above - height
  // What stands in the middle hides all that is below it, too.
  const free = Math.min(above, below)
  return roomRule(`${height + (free > height / 4 ? free : 0)}px`, above >= 0 && above < below - 1)
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
