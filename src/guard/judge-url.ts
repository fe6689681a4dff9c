import { compileUrls } from '../core/declaration/owners.js'
import type { Consent } from '../core/declaration/consent.js'
import { debug } from '../core/debug.js'
import type { Circumstances, GuardRoute, Judge, Judgement } from './judge.js'

/** Judges a URL, however it is written. What is of this site, and nobody declares, always passes. */
export type JudgeUrl = (route: GuardRoute, url: unknown, circumstances?: Circumstances) => Judgement

export function createUrlJudge({ categories }: Consent, { judge, forget, isIdle }: Judge): JudgeUrl {
  const ownersOf = compileUrls(categories)
  return (route, text, circumstances) => {
    const url = isIdle() ? undefined : parse(String(text))
    if (url) {
      const { host, origin, pathname, search } = url
      const isOwn = host === location.host
      const owners = ownersOf({ host, path: pathname + search, isOwn })
      if (owners.length || !isOwn) return judge(route, origin + pathname, owners, circumstances)
    }
    forget(circumstances?.place)
    return (run) => run()
  }
}

/** A URL of the web as this page resolves it; nothing for `data:`, `blob:`, and what is none: the browser says so itself. */
function parse(text: string): URL | undefined {
  if (/^\s*(data|blob):/i.test(text)) return // a picture may be long
  try {
    const url = new URL(text, document.baseURI)
    return /^(http|ws)/.test(url.protocol) ? url : undefined
  } catch (error) {
    debug('Not a URL.', error)
    return
  }
}
