import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Polish.
 * Reviewed: 2026-11-28 (twice)
 */
export const pl: Locale = {
  locale: 'pl',
  dir: 'ltr',
  title: 'Korzystanie z plików cookie',
  description:
    'Za Twoją zgodą{partners} zapisujemy i odczytujemy dane na Twoim urządzeniu. Cel: {purposes}. Możesz odmówić i w każdej chwili zmienić zdanie.',
  partners: ' my i nasi partnerzy',
  notice:
    'Na Twoim urządzeniu{partners} zapisujemy i odczytujemy dane. Cel: {purposes}. Możesz odmówić w każdej chwili.',
  dismiss: 'OK',
  privacyChoices: 'Twoje opcje prywatności',
  changes: 'Zmiany od ostatniego wyboru: {changes}',
  gpc: 'Sprzeciw uwzględniony: Twoja przeglądarka prosi witryny, aby nie sprzedawały ani nie udostępniały Twoich danych (Global Privacy Control).',
  accept: 'Akceptuj wszystkie',
  reject: 'Odrzuć wszystkie',
  customize: 'Dostosuj',
  policy: 'Polityka prywatności',
  preferences: 'Ustawienia plików cookie',
  preferencesDescription:
    'Wybierz, co ta witryna może zapisywać. Twój wybór obowiązuje przez {duration}, potem zapytamy ponownie.',
  save: 'Zapisz wybór',
  saved: 'Zapisano ustawienia plików cookie.',
  close: 'Zamknij',
  alwaysActive: 'Zawsze aktywne',
  cookies: 'Pliki cookie ({count})',
  serviceCount: 'Usługi ({count})',
  storage: 'Pamięć przeglądarki',
  session: 'Sesja',
  cookie: 'Plik cookie',
  provider: 'Dostawca',
  purpose: 'Cel',
  duration: 'Ważność',
  category: 'Kategoria',
  thisSite: 'Ta witryna',
  notStated: 'Nie podano',
  frame: 'Źródło tych treści: {name}. Dostawca dowie się o Twojej wizycie i może zapisać pliki cookie.',
  showOnce: 'Pokaż raz',
  showAlways: 'Zawsze pokazuj',
  categories: /* @__PURE__ */ known({
    essential: [
      'Niezbędne pliki cookie',
      'Potrzebne do działania witryny, np. do logowania, bezpieczeństwa i zapisania tego wyboru.',
      'działanie witryny',
    ],
    functional: ['Funkcjonalne pliki cookie', 'Zapamiętują Twoje preferencje, np. język i motyw.', 'Twoje preferencje'],
    analytics: [
      'Analityczne pliki cookie',
      'Pokazują nam sposób korzystania z witryny, abyśmy mogli ją ulepszać.',
      'statystyka',
    ],
    marketing: [
      'Reklamowe pliki cookie',
      'Pokazują Ci reklamy zgodne z Twoimi zainteresowaniami i mierzą ich skuteczność.',
      'reklama',
    ],
    social: [
      'Społecznościowe pliki cookie',
      'Pokazują treści z sieci społecznościowych, które dowiadują się o Twojej wizycie.',
      'media społecznościowe',
    ],
  }),
}
