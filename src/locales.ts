export { loadLocale, locales, type LocaleTag } from './locales/all/load-locale.js'
export type { Locale } from './core/words/messages.js'
