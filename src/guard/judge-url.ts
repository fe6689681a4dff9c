import { compileUrls } from '../core/declaration/owners.js'
import type { Consent } from '../core/declaration/consent.js'
import { debug } from '../core/debug.js'
import type { JudgeOptions, GuardRoute, Judge, Judgement } from './judge.js'

/** Judges a URL in any notation. An undeclared URL of this site always passes. */
export type JudgeUrl = (route: GuardRoute, url: unknown, options?: JudgeOptions) => Judgement

export function createUrlJudge({ categories }: Consent, { judge, forget, isIdle }: Judge): JudgeUrl {
  const ownersOf = compileUrls(categories)
  return (route, text, options) => {
    const url = isIdle() ? undefined : parse(String(text))
    if (url) {
      const { host, origin, pathname, search } = url
      const isOwn = host === location.host
      const owners = ownersOf({ host, path: pathname + search, isOwn })
      if (owners.length || !isOwn) return judge(route, origin + pathname, owners, options)
    }
    forget(options?.place)
    return (run) => run()
  }
}

/** Resolves a web URL in this page. Gives `undefined` for `data:`, `blob:` and invalid URLs, which the browser reports itself. */
function parse(text: string): URL | undefined {
  if (/^\s*(data|blob):/i.test(text)) return // such a URL may be too long to parse
  try {
    const url = new URL(text, document.baseURI)
    return /^(http|ws)/.test(url.protocol) ? url : undefined
  } catch (error) {
    debug('The URL is not valid.', error)
    return
  }
}
