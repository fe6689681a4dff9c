// The before-paint script. The build makes one minified text of this file and all that it imports: see `script.ts`.
import { decodeValue } from '../../core/cookies/cookie-value.js'
import { statusOf } from '../../core/decision/grant.js'
import { readFields } from '../../core/decision/record.js'
import { FORM_ID, PANEL_ID } from '../../core/decision/choice.js'
import { memberOf } from '../../core/member-of.js'
import { HIDDEN, ownSheet, roomRule } from '../own-sheet.js'
import { EARLY, earlyPage, type EarlyChoice, type EarlyPage } from './early-page.js'

type Script = HTMLOrSVGScriptElement | null

/** The room for a banner that nobody has measured yet. */
const UNMEASURED = 'min(60vh,264px)'
const BUTTONS = '[data-assent=banner] [type=button],[data-assent=customize],[data-assent=open]'

// Turbo, routers with view transitions and islands run it again: the first run serves all.
const early = earlyPage() ?? watchPage()
Object.assign(window, { [EARLY]: early })
early.add(memberOf(document, 'currentScript'))

function watchPage(): EarlyPage {
  let scripts: Script[] = []
  let click: { choice: EarlyChoice; event: Event } | undefined
  const write = ownSheet(document)

  addEventListener(
    'click',
    (event) => {
      const target = event.composedPath()[0] as Element // a click has one
      const button = scripts.length
        ? (memberOf(target, 'closest').call(target, BUTTONS) as HTMLButtonElement | null)
        : null
      const choice = button?.dataset.assent
      if (!button || !isChoice(choice)) return
      if (button.type === 'submit') {
        const panel = memberOf(document, 'querySelector').call(
          document,
          `dialog#${PANEL_ID}`,
        ) as HTMLDialogElement | null
        if (!panel) return // the form leads to those of the policy page
        event.preventDefault()
        if (!panel.open) panel.showModal()
      } else if (!button.commandForElement) click = { choice, event }
    },
    true,
  )
  addEventListener(
    'change',
    ({ target }) => {
      if (target) Object.assign(target, { [EARLY]: true })
    },
    true,
  )

  return {
    add(script) {
      scripts.push(script)
      const isHidden = !!script && isDecided(script.dataset)
      write(isHidden ? HIDDEN : '')
      if (isHidden || !script || memberOf(document, 'readyState') !== 'loading') return
      // A page may be painted while its HTML is still read: half a banner would jump when the rest comes.
      const look = (): void => {
        const next = memberOf(script, 'nextElementSibling') as HTMLElement | null
        const banner = next?.dataset.assent === 'banner' ? next : undefined
        const isRead =
          memberOf(document, 'readyState') !== 'loading' ||
          (banner ? memberOf(banner, 'querySelector').call(banner, '[data-assent=end]') : next)
        if (isRead) observer.disconnect()
        if (banner && scripts.includes(script))
          write(isRead && location.hash !== `#${FORM_ID}` ? roomFor(banner) : HIDDEN)
      }
      const observer = new MutationObserver(look)
      observer.observe(memberOf(script, 'parentNode') ?? document, { childList: true, subtree: true })
      addEventListener('DOMContentLoaded', look)
    },
    takeOver(script, isAsking) {
      const taken = click
      click = undefined
      scripts = scripts.filter((other) => other !== script && other?.isConnected)
      if (isAsking || !scripts.length) write('')
      // What React has hydrated carries out its own clicks, and says so.
      return taken?.event.defaultPrevented ? undefined : taken?.choice
    },
  }
}

/** None for a banner that stands in the page. */
function roomFor({ dataset }: HTMLElement): string {
  return dataset.layout === 'inline' ? '' : roomRule(UNMEASURED)
}

function isChoice(name: string | undefined): name is EarlyChoice {
  return /^(accept|reject|dismiss|customize|open)$/.test(name ?? '')
}

/** Whether the cookie holds a record that counts, by the rules of the store. Without a lifetime the server has decided. */
function isDecided({ cookie, version, maxAge }: DOMStringMap): boolean {
  const prefix = `${cookie ?? ''}=`
  try {
    const [pair, twin] = memberOf(document, 'cookie')
      .split('; ')
      .filter((text) => text.startsWith(prefix))
    if (!maxAge || !pair || twin) return false
    const now = Date.now()
    const record = readFields(decodeValue(pair.slice(prefix.length)), now)
    return statusOf(record, { version: Number(version), cookie: { maxAge: Number(maxAge) } }, now) === 'decided'
  } catch (error) {
    if (error instanceof DOMException) return false // cookies are blocked
    throw error
  }
}
