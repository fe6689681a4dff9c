import { memberOf } from '../../core/member-of.js'

/**
 * Gives the nonce of a document's policy: that of its scripts. It is empty where they disagree, because markup of others may
 * have any nonce. It is `undefined` where no nonce is in use: without a policy browsers leave the attribute as it is.
 */
export function pageNonce(page: Document): string | undefined {
  const find = memberOf(page, 'querySelectorAll')
  const all = [...find.call(page, 'script[nonce]')] as HTMLScriptElement[]
  const nonces = (scripts: HTMLScriptElement[]): string[] =>
    [...new Set(scripts.map(({ nonce }) => nonce))].filter(Boolean)
  const isInUse =
    all.some((script) => script.nonce && !script.getAttribute('nonce')) ||
    find.call(page, 'meta[http-equiv="content-security-policy" i]').length > 0
  if (!isInUse || !all.length) return
  // Scripts that wait may be markup of others, and count only where there are no others, as in the document of a frame.
  const running = nonces(all.filter(({ type }) => type !== 'text/plain'))
  const [nonce = '', ...others] = running.length ? running : nonces(all)
  return others.length ? '' : nonce
}
