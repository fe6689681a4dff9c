import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Slovak.
 * Reviewed: 2026-11-28 (twice)
 */
export const sk: Locale = {
  locale: 'sk',
  dir: 'ltr',
  title: 'Cookies na tomto webe',
  description:
    'S vaším súhlasom{partners} ukladáme a čítame údaje vo vašom zariadení. Účel: {purposes}. Môžete odmietnuť a svoje rozhodnutie kedykoľvek zmeniť.',
  partners: ' my a naši partneri',
  notice: 'Vo vašom zariadení{partners} ukladáme a čítame údaje. Účel: {purposes}. Odmietnuť môžete kedykoľvek.',
  dismiss: 'OK',
  privacyChoices: 'Vaše možnosti súkromia',
  changes: 'Nové od vašej poslednej voľby: {changes}',
  gpc: 'Odmietnutie rešpektujeme: váš prehliadač žiada weby, aby vaše údaje nepredávali ani nezdieľali (Global Privacy Control).',
  accept: 'Prijať všetko',
  reject: 'Odmietnuť všetko',
  customize: 'Nastavenia',
  policy: 'Ochrana súkromia',
  preferences: 'Nastavenia cookies',
  preferencesDescription: 'Zvoľte, čo smie tento web ukladať. Vaša voľba platí {duration}, potom sa spýtame znova.',
  save: 'Uložiť voľbu',
  saved: 'Nastavenia cookies sú uložené.',
  close: 'Zavrieť',
  alwaysActive: 'Vždy aktívne',
  cookies: 'Cookies ({count})',
  serviceCount: 'Služby ({count})',
  storage: 'Úložisko prehliadača',
  session: 'Relácia',
  cookie: 'Cookie',
  provider: 'Poskytovateľ',
  purpose: 'Účel',
  duration: 'Platnosť',
  category: 'Kategória',
  thisSite: 'Tento web',
  notStated: 'Neuvedené',
  frame: 'Zdroj obsahu: {name}. Poskytovateľ sa dozvie o vašej návšteve a môže ukladať cookies.',
  showOnce: 'Zobraziť raz',
  showAlways: 'Zobraziť vždy',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nevyhnutné cookies',
      'Potrebné na chod webu, napr. na prihlásenie, zabezpečenie a túto voľbu.',
      'chod webu',
    ],
    functional: ['Funkčné cookies', 'Pamätajú si vaše predvoľby, napr. jazyk a vzhľad.', 'vaše predvoľby'],
    analytics: ['Analytické cookies', 'Ukazujú nám, ako sa web používa, aby sme ho mohli zlepšovať.', 'štatistika'],
    marketing: ['Marketingové cookies', 'Zobrazujú vám reklamy podľa vašich záujmov a merajú ich účinnosť.', 'reklama'],
    social: [
      'Cookies sociálnych sietí',
      'Zobrazujú obsah zo sociálnych sietí, ktoré sa dozvedia o vašej návšteve.',
      'sociálne siete',
    ],
  }),
}
