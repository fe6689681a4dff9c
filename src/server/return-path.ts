import { isSameHost, parseUrl, type Target } from './target.js'

/** Browsers cut a longer Referer to its origin. */
const MAX_PATH_LENGTH = 4096

/**
 * Where a form's visitor goes back to: the page that holds the form, as a path, so that it cannot be another site.
 */
export function returnPathOf({ headers }: Request, target: Target, otherwise: string): string {
  const url = parseUrl(headers.get('referer'))
  if (!url || !isSameHost(url, target) || url.pathname === target.pathname) return otherwise
  const path = url.pathname + url.search
  return isPath(path) && path.length <= MAX_PATH_LENGTH ? path : otherwise
}

/** Whether a text is a path of this site: `//host` and `/\host` are other sites to a browser. */
export function isPath(text: string): boolean {
  return /^\/(?![/\\])[!-~]*$/.test(text)
}
