import { ConsentError } from '../../core/errors.js'
import type { Locale } from '../../core/words/messages.js'

/** The tag of one of our languages. */
export type LocaleTag =
  | 'ar'
  | 'bg'
  | 'ca'
  | 'cs'
  | 'da'
  | 'de'
  | 'el'
  | 'en'
  | 'en-GB'
  | 'es'
  | 'es-419'
  | 'et'
  | 'fa'
  | 'fi'
  | 'fr'
  | 'fr-CA'
  | 'ga'
  | 'he'
  | 'hi'
  | 'hr'
  | 'hu'
  | 'id'
  | 'is'
  | 'it'
  | 'ja'
  | 'ko'
  | 'lt'
  | 'lv'
  | 'mt'
  | 'nb'
  | 'nl'
  | 'pl'
  | 'pt'
  | 'pt-BR'
  | 'ro'
  | 'ru'
  | 'sk'
  | 'sl'
  | 'sr'
  | 'sv'
  | 'th'
  | 'tr'
  | 'uk'
  | 'vi'
  | 'zh-Hans'
  | 'zh-Hant'

const loaders: Readonly<Record<LocaleTag, () => Promise<Locale>>> = {
  ar: () => import('../ar.js').then(({ ar }) => ar),
  bg: () => import('../bg.js').then(({ bg }) => bg),
  ca: () => import('../ca.js').then(({ ca }) => ca),
  cs: () => import('../cs.js').then(({ cs }) => cs),
  da: () => import('../da.js').then(({ da }) => da),
  de: () => import('../de.js').then(({ de }) => de),
  el: () => import('../el.js').then(({ el }) => el),
  en: () => import('../en.js').then(({ en }) => en),
  'en-GB': () => import('../en-GB.js').then(({ enGB }) => enGB),
  es: () => import('../es.js').then(({ es }) => es),
  'es-419': () => import('../es-419.js').then(({ es419 }) => es419),
  et: () => import('../et.js').then(({ et }) => et),
  fa: () => import('../fa.js').then(({ fa }) => fa),
  fi: () => import('../fi.js').then(({ fi }) => fi),
  fr: () => import('../fr.js').then(({ fr }) => fr),
  'fr-CA': () => import('../fr-CA.js').then(({ frCA }) => frCA),
  ga: () => import('../ga.js').then(({ ga }) => ga),
  he: () => import('../he.js').then(({ he }) => he),
  hi: () => import('../hi.js').then(({ hi }) => hi),
  hr: () => import('../hr.js').then(({ hr }) => hr),
  hu: () => import('../hu.js').then(({ hu }) => hu),
  id: () => import('../id.js').then(({ id }) => id),
  is: () => import('../is.js').then(({ is }) => is),
  it: () => import('../it.js').then(({ it }) => it),
  ja: () => import('../ja.js').then(({ ja }) => ja),
  ko: () => import('../ko.js').then(({ ko }) => ko),
  lt: () => import('../lt.js').then(({ lt }) => lt),
  lv: () => import('../lv.js').then(({ lv }) => lv),
  mt: () => import('../mt.js').then(({ mt }) => mt),
  nb: () => import('../nb.js').then(({ nb }) => nb),
  nl: () => import('../nl.js').then(({ nl }) => nl),
  pl: () => import('../pl.js').then(({ pl }) => pl),
  pt: () => import('../pt.js').then(({ pt }) => pt),
  'pt-BR': () => import('../pt-BR.js').then(({ ptBR }) => ptBR),
  ro: () => import('../ro.js').then(({ ro }) => ro),
  ru: () => import('../ru.js').then(({ ru }) => ru),
  sk: () => import('../sk.js').then(({ sk }) => sk),
  sl: () => import('../sl.js').then(({ sl }) => sl),
  sr: () => import('../sr.js').then(({ sr }) => sr),
  sv: () => import('../sv.js').then(({ sv }) => sv),
  th: () => import('../th.js').then(({ th }) => th),
  tr: () => import('../tr.js').then(({ tr }) => tr),
  uk: () => import('../uk.js').then(({ uk }) => uk),
  vi: () => import('../vi.js').then(({ vi }) => vi),
  'zh-Hans': () => import('../zh-Hans.js').then(({ zhHans }) => zhHans),
  'zh-Hant': () => import('../zh-Hant.js').then(({ zhHant }) => zhHant),
}

/** The tags of our languages, for `matchLocale`. */
export const locales: readonly LocaleTag[] = Object.keys(loaders) as LocaleTag[] // the keys are the tags

/**
 * Loads the words of one of our languages, which is then a file of its own: a site in many languages loads the one that it
 * shows. Rejects with a `ConsentError` for a tag that we do not have: choose one with `matchLocale`.
 *
 * @example
 * ```ts
 * import { matchLocale } from 'assent/core'
 * import { loadLocale, locales } from 'assent/locales'
 *
 * export const wordsFor = (acceptLanguage: string | null) => loadLocale(matchLocale(acceptLanguage, locales) ?? 'en')
 * ```
 */
export async function loadLocale(tag: LocaleTag): Promise<Locale> {
  if (Object.hasOwn(loaders, tag)) return loaders[tag]()
  throw new ConsentError(
    'unknown-locale',
    process.env.NODE_ENV !== 'production' &&
      `loadLocale got ${JSON.stringify(tag)}, which is not one of our languages. The words would be missing. Choose a tag with matchLocale(requested, locales).`,
  )
}
