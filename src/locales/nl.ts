import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Dutch.
 * Reviewed: 2026-11-28 (twice)
 */
export const nl: Locale = {
  locale: 'nl',
  dir: 'ltr',
  title: 'Cookies op deze website',
  description:
    'Met uw toestemming bewaren en lezen wij{partners} gegevens op uw apparaat voor: {purposes}. U kunt weigeren en uw keuze altijd wijzigen.',
  partners: ' en onze partners',
  notice: 'Wij{partners} bewaren en lezen gegevens op uw apparaat voor: {purposes}. U kunt dit altijd weigeren.',
  dismiss: 'OK',
  privacyChoices: 'Uw privacykeuzes',
  changes: 'Nieuw sinds uw laatste keuze: {changes}',
  gpc: 'Bezwaar gehonoreerd: uw browser vraagt websites om uw gegevens niet te verkopen of te delen (Global Privacy Control).',
  accept: 'Alles accepteren',
  reject: 'Alles weigeren',
  customize: 'Zelf instellen',
  policy: 'Privacyverklaring',
  preferences: 'Cookie-instellingen',
  preferencesDescription:
    'Kies wat deze website mag bewaren. Uw keuze geldt {duration}, daarna vragen wij het opnieuw.',
  save: 'Keuze opslaan',
  saved: 'Cookie-instellingen opgeslagen.',
  close: 'Sluiten',
  alwaysActive: 'Altijd actief',
  cookies: 'Cookies ({count})',
  serviceCount: 'Diensten ({count})',
  storage: 'Browseropslag',
  session: 'Sessie',
  cookie: 'Cookie',
  provider: 'Aanbieder',
  purpose: 'Doel',
  duration: 'Bewaartermijn',
  category: 'Categorie',
  thisSite: 'Deze website',
  notStated: 'Niet vermeld',
  frame: 'Deze inhoud komt van {name}. De aanbieder weet dan van uw bezoek en kan cookies plaatsen.',
  showOnce: 'Eenmalig tonen',
  showAlways: 'Altijd tonen',
  categories: /* @__PURE__ */ known({
    essential: [
      'Noodzakelijke cookies',
      'Nodig om de website te laten werken, zoals voor inloggen, beveiliging en deze keuze.',
      'de werking van de website',
    ],
    functional: ['Voorkeurscookies', 'Onthouden uw voorkeuren, zoals taal en weergave.', 'uw voorkeuren'],
    analytics: [
      'Analytische cookies',
      'Tonen hoe de website wordt gebruikt, zodat wij die kunnen verbeteren.',
      'statistieken',
    ],
    marketing: [
      'Marketingcookies',
      'Tonen advertenties die bij uw interesses passen en meten of ze werken.',
      'advertenties',
    ],
    social: [
      'Cookies van sociale media',
      'Tonen inhoud van sociale netwerken, die dan van uw bezoek weten.',
      'sociale media',
    ],
  }),
}
