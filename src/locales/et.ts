import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Estonian.
 * Reviewed: 2026-11-28 (twice)
 */
export const et: Locale = {
  locale: 'et',
  dir: 'ltr',
  title: 'Küpsised sellel veebilehel',
  description:
    'Teie nõusolekul salvestame ja loeme{partners} teie seadmes andmeid järgmisel eesmärgil: {purposes}. Võite keelduda ja oma valikut igal ajal muuta.',
  partners: ' koos partneritega',
  notice:
    'Salvestame ja loeme{partners} teie seadmes andmeid järgmisel eesmärgil: {purposes}. Võite igal ajal keelduda.',
  dismiss: 'OK',
  privacyChoices: 'Teie privaatsusvalikud',
  changes: 'Uut alates teie viimasest valikust: {changes}',
  gpc: 'Keeldumisega on arvestatud: teie brauser palub veebilehtedel teie andmeid mitte müüa ega jagada (Global Privacy Control).',
  accept: 'Luba kõik',
  reject: 'Keela kõik',
  customize: 'Kohanda',
  policy: 'Privaatsuspoliitika',
  preferences: 'Küpsiste seaded',
  preferencesDescription:
    'Valige, mida veebileht võib salvestada. Teie valiku kehtivusaeg on {duration}, seejärel küsime uuesti.',
  save: 'Salvesta valik',
  saved: 'Küpsiste seaded on salvestatud.',
  close: 'Sulge',
  alwaysActive: 'Alati kasutusel',
  cookies: 'Küpsised ({count})',
  serviceCount: 'Teenused ({count})',
  storage: 'Brauseri mälu',
  session: 'Seanss',
  cookie: 'Küpsis',
  provider: 'Pakkuja',
  purpose: 'Eesmärk',
  duration: 'Kehtivusaeg',
  category: 'Kategooria',
  thisSite: 'See veebileht',
  notStated: 'Märkimata',
  frame: 'Selle sisu pakkuja on {name}, kes saab teada teie külastusest ja võib salvestada küpsiseid.',
  showOnce: 'Näita üks kord',
  showAlways: 'Näita alati',
  categories: /* @__PURE__ */ known({
    essential: [
      'Vajalikud küpsised',
      'Vajalikud veebilehe toimimiseks, näiteks sisselogimiseks, turvalisuseks ja selle valiku jaoks.',
      'veebilehe toimimine',
    ],
    functional: [
      'Funktsionaalsed küpsised',
      'Jätavad meelde teie eelistused, näiteks keele ja kujunduse.',
      'teie eelistused',
    ],
    analytics: [
      'Analüütilised küpsised',
      'Näitavad, kuidas veebilehte kasutatakse, et saaksime seda täiustada.',
      'statistika',
    ],
    marketing: [
      'Turundusküpsised',
      'Näitavad teie huvidele vastavat reklaami ja mõõdavad selle tulemuslikkust.',
      'reklaam',
    ],
    social: [
      'Sotsiaalmeedia küpsised',
      'Näitavad sisu sotsiaalvõrgustikest, mis saavad teada teie külastusest.',
      'sotsiaalmeedia',
    ],
  }),
}
