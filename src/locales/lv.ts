import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Latvian.
 * Reviewed: 2026-11-28 (twice)
 */
export const lv: Locale = {
  locale: 'lv',
  dir: 'ltr',
  title: 'Sīkdatnes šajā vietnē',
  description:
    'Ar jūsu piekrišanu mēs{partners} glabājam un nolasām datus jūsu ierīcē šādiem nolūkiem: {purposes}. Varat atteikties un jebkurā laikā mainīt lēmumu.',
  partners: ' un mūsu partneri',
  notice:
    'Mēs{partners} glabājam un nolasām datus jūsu ierīcē šādiem nolūkiem: {purposes}. Varat jebkurā laikā atteikties.',
  dismiss: 'OK',
  privacyChoices: 'Jūsu privātuma izvēles',
  changes: 'Jaunumi kopš jūsu pēdējās izvēles: {changes}',
  gpc: 'Jūsu atteikums ir ievērots: pārlūks lūdz vietnēm nepārdot un nekopīgot jūsu datus (Global Privacy Control).',
  accept: 'Piekrist visām',
  reject: 'Noraidīt visas',
  customize: 'Pielāgot',
  policy: 'Privātuma politika',
  preferences: 'Sīkdatņu iestatījumi',
  preferencesDescription:
    'Izvēlieties, ko šī vietne drīkst glabāt. Izvēles derīguma termiņš: {duration}, pēc tam jautāsim vēlreiz.',
  save: 'Saglabāt izvēli',
  saved: 'Sīkdatņu iestatījumi saglabāti.',
  close: 'Aizvērt',
  alwaysActive: 'Vienmēr aktīvas',
  cookies: 'Sīkdatnes ({count})',
  serviceCount: 'Pakalpojumi ({count})',
  storage: 'Pārlūka krātuve',
  session: 'Sesija',
  cookie: 'Sīkdatne',
  provider: 'Nodrošinātājs',
  purpose: 'Nolūks',
  duration: 'Derīguma termiņš',
  category: 'Kategorija',
  thisSite: 'Šī vietne',
  notStated: 'Nav norādīts',
  frame: 'Šo saturu nodrošina {name}. Nodrošinātājs uzzina par jūsu apmeklējumu un var izvietot sīkdatnes.',
  showOnce: 'Rādīt vienreiz',
  showAlways: 'Rādīt vienmēr',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nepieciešamās sīkdatnes',
      'Vajadzīgas vietnes darbībai, piemēram, piekļuvei kontam, drošībai un šai izvēlei.',
      'vietnes darbība',
    ],
    functional: [
      'Funkcionālās sīkdatnes',
      'Atceras jūsu iestatījumus, piemēram, valodu un noformējumu.',
      'jūsu iestatījumi',
    ],
    analytics: ['Analītiskās sīkdatnes', 'Parāda mums, kā vietne tiek lietota, lai varētu to uzlabot.', 'statistika'],
    marketing: ['Mārketinga sīkdatnes', 'Rāda reklāmas atbilstoši jūsu interesēm un mēra to iedarbību.', 'reklāma'],
    social: [
      'Sociālo mediju sīkdatnes',
      'Rāda saturu no sociālajiem tīkliem, kas uzzina par jūsu apmeklējumu.',
      'sociālie mediji',
    ],
  }),
}
