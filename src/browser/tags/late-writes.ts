import { warn } from '../../core/debug.js'
import { memberOf } from '../../core/member-of.js'
import { onceInPage } from './once-in-page.js'
import { isInline, nameOf } from './script-element.js'

/** The methods that replace a parsed page (HTML, "document write steps" and "document open steps"). */
const WRITES = ['write', 'writeln', 'open'] as const

/** Ignores the writes of a script until the returned function is called. */
type Hold = (script: HTMLScriptElement) => () => void

/**
 * Ignores `document.write` of a late script while it runs, because the write would replace the parsed page. Other scripts
 * can still write.
 */
export function holdWrites(script: HTMLScriptElement): () => void {
  return onceInPage(createHold, script.ownerDocument)(script)
}

function createHold(page: Document): Hold {
  const late = new Set<HTMLScriptElement>()
  let restore: (() => void) | undefined

  // An inline script is in the set only while it runs. For one that loads, the browser sets currentScript.
  const findWriter = (): HTMLScriptElement | undefined =>
    [...late].find((script) => script === memberOf(page, 'currentScript') || isInline(script))
  const warned = new WeakSet<HTMLScriptElement>()
  const replace = (name: (typeof WRITES)[number]): (() => void) => {
    const before = Object.getOwnPropertyDescriptor(page, name)
    const { [name]: native } = page
    if (typeof native !== 'function') return () => undefined // an `<img name="write">`: nobody can call it
    const ours = (...args: unknown[]): unknown => {
      const writer = findWriter()
      // With three arguments, `open` opens a window.
      if (!writer || args.length > 2) return Reflect.apply(native, page, args)
      if (process.env.NODE_ENV !== 'production' && !warned.has(writer)) {
        warned.add(writer)
        warn(
          `A script that waited for consent called document.${name}, and the call was ignored: ${nameOf(writer)}. The page is already parsed, so the call would have replaced it. Let the script insert elements, or load it in a frame.`,
        )
      }
      return name === 'open' ? page : undefined
    }
    Reflect.defineProperty(page, name, { configurable: true, writable: true, value: ours })
    return () => {
      if (page[name] !== ours) return // other code has wrapped this function, so it stays and only calls the native one
      if (before) Reflect.defineProperty(page, name, before)
      else Reflect.deleteProperty(page, name)
    }
  }
  return (script) => {
    if (!late.size) {
      const restores = WRITES.map(replace)
      restore = () => {
        for (const undo of restores) undo()
      }
    }
    late.add(script)
    return () => {
      if (late.delete(script) && !late.size) restore?.()
    }
  }
}
