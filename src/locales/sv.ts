import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Swedish.
 * Reviewed: 2026-11-28 (twice)
 */
export const sv: Locale = {
  locale: 'sv',
  dir: 'ltr',
  title: 'Kakor på webbplatsen',
  description:
    'Med ditt samtycke lagrar och läser vi{partners} uppgifter på din enhet för: {purposes}. Du kan säga nej och ändra ditt val när som helst.',
  partners: ' och våra partner',
  notice: 'Vi{partners} lagrar och läser uppgifter på din enhet för: {purposes}. Du kan säga nej när som helst.',
  dismiss: 'OK',
  privacyChoices: 'Dina integritetsval',
  changes: 'Nytt sedan ditt senaste val: {changes}',
  gpc: 'Din invändning respekteras: webbläsaren ber webbplatser att inte sälja eller dela dina uppgifter (Global Privacy Control).',
  accept: 'Tillåt alla',
  reject: 'Avvisa alla',
  customize: 'Anpassa',
  policy: 'Integritetspolicy',
  preferences: 'Inställningar för kakor',
  preferencesDescription: 'Välj vad webbplatsen får lagra. Ditt val gäller i {duration}, sedan frågar vi igen.',
  save: 'Spara val',
  saved: 'Inställningar för kakor sparade.',
  close: 'Stäng',
  alwaysActive: 'Alltid på',
  cookies: 'Kakor ({count})',
  serviceCount: 'Tjänster ({count})',
  storage: 'Webbläsarlagring',
  session: 'Session',
  cookie: 'Kaka',
  provider: 'Leverantör',
  purpose: 'Ändamål',
  duration: 'Lagringstid',
  category: 'Kategori',
  thisSite: 'Webbplatsen',
  notStated: 'Anges inte',
  frame: 'Det här innehållet kommer från {name}, som får kännedom om ditt besök och kan placera kakor.',
  showOnce: 'Visa en gång',
  showAlways: 'Visa alltid',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nödvändiga kakor',
      'Behövs för att webbplatsen ska fungera, till exempel för inloggning, säkerhet och det här valet.',
      'webbplatsens funktion',
    ],
    functional: [
      'Funktionella kakor',
      'Kommer ihåg dina inställningar, till exempel språk och tema.',
      'dina inställningar',
    ],
    analytics: ['Analyskakor', 'Visar oss hur webbplatsen används, så att vi kan förbättra den.', 'statistik'],
    marketing: [
      'Marknadsföringskakor',
      'Visar annonser utifrån dina intressen och mäter om de fungerar.',
      'annonsering',
    ],
    social: [
      'Kakor från sociala medier',
      'Visar innehåll från sociala nätverk, som får kännedom om ditt besök.',
      'sociala medier',
    ],
  }),
}
