import { compileUrls } from '../core/declaration/owners.js'
import type { Consent } from '../core/declaration/consent.js'
import { debug } from '../core/debug.js'
import { memberOf, ownGlobal } from '../core/member-of.js'
import type { JudgeOptions, GuardRoute, Judge, Judgement } from './judge.js'

/** Judges a URL in any notation, or each of a list. An undeclared URL of this site always passes. */
export type JudgeUrl = (route: GuardRoute, urls: string | readonly string[], options?: JudgeOptions) => Judgement

/** What a URL of a list gives that passes. */
const PASSED = {}

export function createUrlJudge({ categories }: Consent, { judge, forget, isIdle }: Judge): JudgeUrl {
  const ownersOf = compileUrls(categories)
  const judgeOne = (route: GuardRoute, text: string, options?: JudgeOptions): Judgement => {
    const url = isIdle() ? undefined : parse(text)
    if (url) {
      const { host, origin, pathname, search } = url
      const isOwn = host === location.host
      const owners = ownersOf({ host, path: pathname + search, isOwn })
      if (owners.length || !isOwn) return judge(route, origin + pathname, owners, options)
    }
    forget(options?.place)
    return (run) => run()
  }
  return (route, urls, options) =>
    typeof urls === 'string'
      ? judgeOne(route, urls, options)
      : (run, otherwise) => {
          // What was held for one URL is judged again with the others: a grant may permit that one alone.
          const judgeAll = (): unknown => {
            let isHeld = false
            for (const url of urls) {
              const result = judgeOne(route, url, options)(() => (isHeld ? judgeAll() : PASSED), otherwise)
              if (result !== PASSED) {
                isHeld = true
                return result
              }
            }
            return run()
          }
          return judgeAll()
        }
}

/** Gives arguments in which the URL is a text, so that the browser uses what was judged. A trusted URL stays as it is. */
export function withText<T>(
  args: readonly unknown[],
  at: number,
  then: (args: readonly unknown[], text: string) => T,
): T {
  const url = args[at]
  const text = String(url)
  const trustedTypes = ownGlobal('trustedTypes') as { isScriptURL(value: unknown): boolean } | undefined
  const isKept = typeof url !== 'object' || trustedTypes?.isScriptURL(url)
  return then(isKept ? args : args.map((arg, index) => (index === at ? text : arg)), text)
}

/** Resolves a URL in this page, as the browser does now. A later `<base>` does not change it. */
export function resolve(text: string): string {
  return parse(text)?.href ?? text
}

/** Resolves a web URL in this page. Gives `undefined` for `data:`, `blob:` and invalid URLs, which the browser reports itself. */
function parse(text: string): URL | undefined {
  if (/^\s*(data|blob):/i.test(text)) return // such a URL may be too long to parse
  try {
    const url = new URL(text, memberOf(document, 'baseURI'))
    return /^(http|ws)/.test(url.protocol) ? url : undefined
  } catch (error) {
    debug('The URL is not valid.', error)
    return
  }
}
