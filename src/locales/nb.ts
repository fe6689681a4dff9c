import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Norwegian, Bokmål.
 * Reviewed: 2026-11-28 (twice)
 */
export const nb: Locale = {
  locale: 'nb',
  dir: 'ltr',
  title: 'Informasjonskapsler (cookies)',
  description:
    'Med ditt samtykke lagrer og leser vi{partners} opplysninger på enheten din til: {purposes}. Du kan si nei og ombestemme deg når som helst.',
  partners: ' og våre partnere',
  notice: 'Vi{partners} lagrer og leser opplysninger på enheten din til: {purposes}. Du kan si nei når som helst.',
  dismiss: 'OK',
  privacyChoices: 'Dine personvernvalg',
  changes: 'Nytt siden ditt forrige valg: {changes}',
  gpc: 'Reservasjon tatt til følge: nettleseren din ber nettsteder om ikke å selge eller dele opplysningene dine (Global Privacy Control).',
  accept: 'Godta alle',
  reject: 'Avvis alle',
  customize: 'Tilpass',
  policy: 'Personvernerklæring',
  preferences: 'Cookie-innstillinger',
  preferencesDescription:
    'Velg hva dette nettstedet kan lagre. Valget ditt gjelder i {duration}, deretter spør vi igjen.',
  save: 'Lagre valg',
  saved: 'Cookie-innstillingene er lagret.',
  close: 'Lukk',
  alwaysActive: 'Alltid på',
  cookies: 'Cookies ({count})',
  serviceCount: 'Tjenester ({count})',
  storage: 'Nettleserlagring',
  session: 'Økt',
  cookie: 'Cookie',
  provider: 'Leverandør',
  purpose: 'Formål',
  duration: 'Varighet',
  category: 'Kategori',
  thisSite: 'Nettstedet',
  notStated: 'Ikke oppgitt',
  frame: 'Dette innholdet kommer fra {name}, som får vite om besøket ditt og kan sette cookies.',
  showOnce: 'Vis én gang',
  showAlways: 'Vis alltid',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nødvendige cookies',
      'Trengs for at nettstedet skal virke, for eksempel til innlogging, sikkerhet og dette valget.',
      'drift av nettstedet',
    ],
    functional: [
      'Funksjonelle cookies',
      'Husker innstillingene dine, for eksempel språk og tema.',
      'innstillingene dine',
    ],
    analytics: ['Analysecookies', 'Viser oss hvordan nettstedet brukes, slik at vi kan forbedre det.', 'statistikk'],
    marketing: [
      'Markedsføringscookies',
      'Viser deg annonser ut fra interessene dine og måler om de virker.',
      'annonsering',
    ],
    social: [
      'Cookies fra sosiale medier',
      'Viser innhold fra sosiale nettverk, som får vite om besøket ditt.',
      'sosiale medier',
    ],
  }),
}
