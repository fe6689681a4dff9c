import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Czech.
 * Reviewed: 2026-11-28 (twice)
 */
export const cs: Locale = {
  locale: 'cs',
  dir: 'ltr',
  title: 'Cookies na tomto webu',
  description:
    'S vaším souhlasem{partners} ukládáme a čteme údaje ve vašem zařízení. Účel: {purposes}. Můžete odmítnout a své rozhodnutí kdykoli změnit.',
  partners: ' my a naši partneři',
  notice: 'Ve vašem zařízení{partners} ukládáme a čteme údaje. Účel: {purposes}. Odmítnout můžete kdykoli.',
  dismiss: 'OK',
  privacyChoices: 'Vaše možnosti soukromí',
  changes: 'Nové od vaší poslední volby: {changes}',
  gpc: 'Odmítnutí respektujeme: váš prohlížeč žádá weby, aby vaše údaje neprodávaly ani nesdílely (Global Privacy Control).',
  accept: 'Přijmout vše',
  reject: 'Odmítnout vše',
  customize: 'Nastavení',
  policy: 'Ochrana soukromí',
  preferences: 'Nastavení cookies',
  preferencesDescription: 'Zvolte, co smí tento web ukládat. Vaše volba platí {duration}, pak se zeptáme znovu.',
  save: 'Uložit volbu',
  saved: 'Nastavení cookies uloženo.',
  close: 'Zavřít',
  alwaysActive: 'Vždy aktivní',
  cookies: 'Cookies ({count})',
  serviceCount: 'Služby ({count})',
  storage: 'Úložiště prohlížeče',
  session: 'Relace',
  cookie: 'Cookie',
  provider: 'Poskytovatel',
  purpose: 'Účel',
  duration: 'Platnost',
  category: 'Kategorie',
  thisSite: 'Tento web',
  notStated: 'Neuvedeno',
  frame: 'Zdroj obsahu: {name}. Poskytovatel se dozví o vaší návštěvě a může ukládat cookies.',
  showOnce: 'Zobrazit jednou',
  showAlways: 'Zobrazit vždy',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nezbytné cookies',
      'Potřebné pro chod webu, např. pro přihlášení, zabezpečení a tuto volbu.',
      'chod webu',
    ],
    functional: ['Funkční cookies', 'Pamatují si vaše předvolby, např. jazyk a vzhled.', 'vaše předvolby'],
    analytics: ['Analytické cookies', 'Ukazují nám, jak se web používá, abychom ho mohli zlepšovat.', 'statistika'],
    marketing: ['Marketingové cookies', 'Zobrazují vám reklamy podle vašich zájmů a měří jejich účinnost.', 'reklama'],
    social: [
      'Cookies sociálních sítí',
      'Zobrazují obsah ze sociálních sítí, které se dozvědí o vaší návštěvě.',
      'sociální sítě',
    ],
  }),
}
