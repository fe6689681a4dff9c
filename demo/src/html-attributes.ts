import type { Options } from './trying/options.js'
import type { Theme } from './use-settings.js'

/** What `<html>` says of the visitor: the server writes it, so that nothing flashes, and the page keeps it true. */
export function htmlAttributes(language: string, theme: Theme | undefined, look: Options['theme']) {
  return {
    lang: language,
    // Left out while the system decides. The first is this site's, the second tells the styles of assent.
    'data-theme': theme,
    'data-assent-theme': theme,
    // Whether the banner has this shop's knobs, or those of a theme of assent.
    'data-look': look === 'shop' ? undefined : look,
  }
}
