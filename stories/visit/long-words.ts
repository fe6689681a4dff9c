import type { PartialMessages } from 'assent'

/** German as it is in the field: long compounds. */
export const longWords: PartialMessages = {
  title: 'Ihre Entscheidung über Cookies',
  description:
    'Mit Ihrer Einwilligung verwenden wir und Drittanbieter: {purposes}. Sie können Ihre Entscheidung jederzeit in den Datenschutzeinstellungen ändern oder widerrufen.',
  accept: 'Alle akzeptieren',
  reject: 'Alle ablehnen',
  customize: 'Individuelle Einstellungen',
  policy: 'Datenschutzerklärung',
  preferences: 'Datenschutzeinstellungen',
  preferencesDescription:
    'Bestimmen Sie, was diese Website speichern darf. Ihre Entscheidung gilt {duration}, danach fragen wir erneut.',
  save: 'Auswahl speichern',
  saved: 'Ihre Einstellungen wurden gespeichert.',
  close: 'Schließen',
  alwaysActive: 'Immer aktiv',
  cookies: 'Cookies ({count})',
  serviceCount: 'Dienste ({count})',
  storage: 'Browserspeicher',
  session: 'Sitzung',
  thisSite: 'Diese Website',
  categories: {
    essential: { name: 'Unbedingt erforderliche Cookies', description: 'Für grundlegende Funktionen der Website.' },
    functional: { name: 'Funktionale Cookies', description: 'Merken sich Ihre Benutzereinstellungen.' },
    analytics: { name: 'Leistungsmessungs-Cookies', description: 'Zeigen uns, wie die Website genutzt wird.' },
    marketing: { name: 'Marketing- und Werbe-Cookies', description: 'Ermöglichen personalisierte Werbeanzeigen.' },
  },
}
