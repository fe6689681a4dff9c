import type { PartialMessages } from 'assent'
import { de as formal } from 'assent/locales/de'

/** What banner, panel, form and table say in German, where this shop says it less formally. English is their own. */
const de: PartialMessages = {
  ...formal,
  title: 'Deine Cookie-Auswahl',
  description:
    'Wenn du zustimmst, speichern und lesen wir{partners} Daten auf deinem Gerät für: {purposes}. Du kannst Nein sagen und dich jederzeit umentscheiden.',
  notice: 'Wir{partners} speichern und lesen Daten auf deinem Gerät für: {purposes}. Du kannst jederzeit Nein sagen.',
  privacyChoices: 'Deine Datenschutzoptionen',
  changes: 'Neu seit deiner letzten Entscheidung: {changes}',
  gpc: 'Dein Browser bittet, deine Daten nicht zu verkaufen oder weiterzugeben (Global Privacy Control). Wir halten uns daran.',
  accept: 'Alle annehmen',
  reject: 'Alle ablehnen',
  customize: 'Auswählen',
  policy: 'Datenschutz',
  preferences: 'Cookie-Einstellungen',
  preferencesDescription: 'Wähle, was diese Seite speichern darf. Deine Wahl gilt {duration}, dann fragen wir wieder.',
  save: 'Auswahl speichern',
  saved: 'Cookie-Einstellungen gespeichert.',
  close: 'Schließen',
  alwaysActive: 'Immer aktiv',
  cookies: 'Cookies ({count})',
  serviceCount: 'Dienste ({count})',
  storage: 'Browserspeicher',
  cookie: 'Cookie',
  provider: 'Anbieter',
  purpose: 'Zweck',
  duration: 'Dauer',
  category: 'Kategorie',
  session: 'Sitzung',
  thisSite: 'Diese Seite',
  frame: 'Lädt nur, wenn du {name} erlaubst. Der Anbieter erfährt dann von deinem Besuch.',
  showOnce: 'Einmal zeigen',
  showAlways: 'Immer zeigen',
  categories: {
    essential: {
      name: 'Notwendige Cookies',
      description: 'Behalten deinen Korb und diese Wahl. Ohne sie geht der Laden nicht.',
    },
    functional: {
      name: 'Funktionale Cookies',
      description: 'Merken sich Theme, Sprache und wie eng die Regale stehen sollen.',
      purpose: 'deine Einstellungen',
    },
    analytics: {
      name: 'Statistik-Cookies',
      description: 'Lassen uns Besuche zählen und sehen, welche Stücke man sich ansieht.',
      purpose: 'Statistik',
    },
    marketing: {
      name: 'Marketing-Cookies',
      description: 'Zeigen eine Karte eines anderen Unternehmens, das davon erfährt.',
      purpose: 'Karten und Filme anderer Unternehmen',
    },
  },
}

/** The messages of a language, where they are not those of assent. */
export function messagesIn(language: string): PartialMessages | undefined {
  return language === 'de' ? de : undefined
}
