import { warn } from '../../core/debug.js'
import { onceInPage } from './once-in-page.js'
import { isInline, nameOf } from './script-element.js'

/** What replaces a page that has been parsed (HTML, "document write steps" and "document open steps"). */
const WRITES = ['write', 'writeln', 'open'] as const

/** Ignores what a script writes from now on, until the function that it returns is called. */
type Hold = (script: HTMLScriptElement) => () => void

/**
 * Ignores what a script writes with `document.write` while it runs: it comes too late for that, and would replace the page.
 * Other scripts write as ever.
 */
export function holdWrites(script: HTMLScriptElement): () => void {
  return onceInPage(createHold, script.ownerDocument)(script)
}

function createHold(page: Document): Hold {
  const late = new Set<HTMLScriptElement>()
  let restore: (() => void) | undefined

  // An inline script is late only while it runs; one that loads is told by the browser.
  const findWriter = (): HTMLScriptElement | undefined =>
    [...late].find((script) => script === page.currentScript || isInline(script))
  const told = new WeakSet<HTMLScriptElement>()
  const replace = (name: (typeof WRITES)[number]): (() => void) => {
    const before = Object.getOwnPropertyDescriptor(page, name)
    const { [name]: native } = page
    const ours = (...args: unknown[]): unknown => {
      const writer = findWriter()
      // With three arguments, `open` opens a window.
      if (!writer || args.length > 2) return Reflect.apply(native, page, args)
      if (process.env.NODE_ENV !== 'production' && !told.has(writer)) {
        told.add(writer)
        warn(
          `A script that waited for consent called document.${name}, which was ignored: ${nameOf(writer)}. The page is parsed already, so it would have been replaced. Let the script make elements and insert them, or load it in a frame.`,
        )
      }
      return name === 'open' ? page : undefined
    }
    Object.defineProperty(page, name, { configurable: true, writable: true, value: ours })
    return () => {
      if (page[name] !== ours) return // somebody has put theirs over ours, which only passes on from now on
      if (before) Object.defineProperty(page, name, before)
      else Reflect.deleteProperty(page, name)
    }
  }
  return (script) => {
    if (!late.size) {
      const restores = WRITES.map(replace)
      restore = () => {
        for (const one of restores) one()
      }
    }
    late.add(script)
    return () => {
      if (late.delete(script) && !late.size) restore?.()
    }
  }
}
