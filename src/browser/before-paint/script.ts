/**
 * The script that stands before the banner on pages that are cached for everyone. Before the first paint it hides the
 * banner from visitors who decided, by an adopted style sheet, so that nothing that React owns changes. It keeps clicks
 * and ticks made before hydration, where no form posts them, and may run any number of times in a page. Its text is
 * constant: allow it by {@link beforePaintHash}, or by a nonce. Its settings are its own `data-cookie`, `data-version`
 * and `data-max-age`.
 *
 * @example
 * ```ts
 * import { beforePaintHash } from 'assent/core'
 *
 * const policy = `script-src 'self' '${beforePaintHash}'`
 * ```
 */
export const beforePaintScript = '' as string // the build writes it, from source.ts: see scripts/before-paint.mjs

/** The CSP source of {@link beforePaintScript}. */
export const beforePaintHash = '' as string
