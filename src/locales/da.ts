import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Danish.
 * Reviewed: 2026-11-28 (twice)
 */
export const da: Locale = {
  locale: 'da',
  dir: 'ltr',
  title: 'Cookies på dette website',
  description:
    'Med dit samtykke gemmer og læser vi{partners} oplysninger på din enhed til: {purposes}. Du kan sige nej og ændre dit valg når som helst.',
  partners: ' og vores partnere',
  notice: 'Vi{partners} gemmer og læser oplysninger på din enhed til: {purposes}. Du kan sige nej når som helst.',
  dismiss: 'OK',
  privacyChoices: 'Dine privatlivsvalg',
  changes: 'Nyt siden dit seneste valg: {changes}',
  gpc: 'Fravalg imødekommet: din browser beder websites om ikke at sælge eller dele dine oplysninger (Global Privacy Control).',
  accept: 'Tillad alle',
  reject: 'Afvis alle',
  customize: 'Tilpas',
  policy: 'Privatlivspolitik',
  preferences: 'Cookieindstillinger',
  preferencesDescription:
    'Vælg, hvad dette website må gemme. Dit valg gælder i {duration}, og derefter spørger vi igen.',
  save: 'Gem valg',
  saved: 'Cookieindstillingerne er gemt.',
  close: 'Luk',
  alwaysActive: 'Altid aktiv',
  cookies: 'Cookies ({count})',
  serviceCount: 'Tjenester ({count})',
  storage: 'Browserlagring',
  session: 'Session',
  cookie: 'Cookie',
  provider: 'Udbyder',
  purpose: 'Formål',
  duration: 'Varighed',
  category: 'Kategori',
  thisSite: 'Dette website',
  notStated: 'Ikke oplyst',
  frame: 'Dette indhold kommer fra {name}, som får kendskab til dit besøg og kan sætte cookies.',
  showOnce: 'Vis én gang',
  showAlways: 'Vis altid',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nødvendige cookies',
      'Nødvendige for, at websitet virker, f.eks. til login, sikkerhed og dette valg.',
      'drift af websitet',
    ],
    functional: ['Funktionelle cookies', 'Husker dine præferencer, f.eks. sprog og tema.', 'dine præferencer'],
    analytics: ['Statistikcookies', 'Viser os, hvordan websitet bruges, så vi kan forbedre det.', 'statistik'],
    marketing: ['Marketingcookies', 'Viser dig annoncer ud fra dine interesser og måler, om de virker.', 'annoncering'],
    social: [
      'Cookies fra sociale medier',
      'Viser indhold fra sociale netværk, som får kendskab til dit besøg.',
      'sociale medier',
    ],
  }),
}
