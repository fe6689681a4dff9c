/**
 * Whether a URL leads to the web: it is http or https, or has no scheme, so that it is relative to a page. Browsers skip
 * spaces and control characters before a scheme, and tabs and newlines anywhere (URL Standard, "basic URL parser").
 */
export function isWebUrl(url: string): boolean {
  const [, scheme] = /^[\0- ]*([a-z][a-z\d+.-]*):/i.exec(url.replace(/[\t\n\r]/g, '')) ?? []
  return scheme === undefined || /^https?$/i.test(scheme)
}

/** Whether each URL of a `srcset` leads to the web. */
export function areWebUrls(srcset: string): boolean {
  return (srcset.match(CANDIDATE) ?? []).every(isWebUrl)
}

/**
 * A candidate: a URL that ends with a comma, or a URL and its descriptors up to a comma outside of parentheses (HTML, "parse
 * a srcset attribute").
 */
const CANDIDATE = /[^\t\n\f\r ,](?:[^\t\n\f\r ]*,(?![^\t\n\f\r ])|[^\t\n\f\r ]*(?:\([^)]*\)?|[^(,])*)/g
