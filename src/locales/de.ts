import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * German.
 * Reviewed: 2026-11-28 (twice)
 */
export const de: Locale = {
  locale: 'de',
  dir: 'ltr',
  title: 'Cookies auf dieser Website',
  description:
    'Mit Ihrer Einwilligung speichern und lesen wir{partners} Daten auf Ihrem Gerät für: {purposes}. Sie können ablehnen und Ihre Entscheidung jederzeit ändern.',
  partners: ' und unsere Partner',
  notice:
    'Wir{partners} speichern und lesen Daten auf Ihrem Gerät für: {purposes}. Sie können jederzeit widersprechen.',
  dismiss: 'OK',
  privacyChoices: 'Ihre Datenschutzoptionen',
  changes: 'Neu seit Ihrer letzten Entscheidung: {changes}',
  gpc: 'Widerspruch berücksichtigt: Ihr Browser bittet Websites, Ihre Daten nicht zu verkaufen oder weiterzugeben (Global Privacy Control).',
  accept: 'Alle akzeptieren',
  reject: 'Alle ablehnen',
  customize: 'Einstellungen',
  policy: 'Datenschutzerklärung',
  preferences: 'Cookie-Einstellungen',
  preferencesDescription:
    'Wählen Sie, was diese Website speichern darf. Ihre Auswahl gilt {duration}, danach fragen wir erneut.',
  save: 'Auswahl speichern',
  saved: 'Cookie-Einstellungen gespeichert.',
  close: 'Schließen',
  alwaysActive: 'Immer aktiv',
  cookies: 'Cookies ({count})',
  serviceCount: 'Dienste ({count})',
  storage: 'Browserspeicher',
  session: 'Sitzung',
  cookie: 'Cookie',
  provider: 'Anbieter',
  purpose: 'Zweck',
  duration: 'Speicherdauer',
  category: 'Kategorie',
  thisSite: 'Diese Website',
  notStated: 'Nicht angegeben',
  frame: 'Dieser Inhalt stammt von {name}. Der Anbieter erfährt von Ihrem Besuch und setzt möglicherweise Cookies.',
  showOnce: 'Einmal anzeigen',
  showAlways: 'Immer anzeigen',
  categories: /* @__PURE__ */ known({
    essential: [
      'Notwendige Cookies',
      'Für den Betrieb der Website nötig, etwa für Anmeldung, Sicherheit und diese Auswahl.',
      'den Betrieb der Website',
    ],
    functional: [
      'Funktionale Cookies',
      'Merken sich Ihre Einstellungen, etwa Sprache und Design.',
      'Ihre Einstellungen',
    ],
    analytics: [
      'Statistik-Cookies',
      'Zeigen uns, wie die Website genutzt wird, damit wir sie verbessern können.',
      'Statistik',
    ],
    marketing: [
      'Marketing-Cookies',
      'Zeigen Ihnen zu Ihren Interessen passende Werbung und messen deren Erfolg.',
      'Werbung',
    ],
    social: [
      'Social-Media-Cookies',
      'Zeigen Inhalte sozialer Netzwerke, die von Ihrem Besuch erfahren.',
      'soziale Medien',
    ],
  }),
}
