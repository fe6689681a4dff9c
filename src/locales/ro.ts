import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Romanian.
 * Reviewed: 2026-11-28 (twice)
 */
export const ro: Locale = {
  locale: 'ro',
  dir: 'ltr',
  title: 'Cookie-uri pe acest site',
  description:
    'Cu acordul dvs.,{partners} stocăm și citim date pe dispozitivul dvs. pentru: {purposes}. Puteți refuza și vă puteți răzgândi oricând.',
  partners: ' împreună cu partenerii noștri,',
  notice:
    'Pe acest site,{partners} stocăm și citim date pe dispozitivul dvs. pentru: {purposes}. Vă puteți opune oricând.',
  dismiss: 'OK',
  privacyChoices: 'Opțiuni privind datele',
  changes: 'Modificări de la ultima alegere: {changes}',
  gpc: 'Opoziția dvs. este respectată: browserul cere site-urilor să nu vândă și să nu partajeze datele dvs. (Global Privacy Control).',
  accept: 'Acceptă tot',
  reject: 'Refuză tot',
  customize: 'Personalizează',
  policy: 'Politica de confidențialitate',
  preferences: 'Setări cookie-uri',
  preferencesDescription:
    'Alegeți ce poate stoca acest site. Alegerea dvs. este valabilă {duration}, apoi vă întrebăm din nou.',
  save: 'Salvează alegerea',
  saved: 'Setările au fost salvate.',
  close: 'Închide',
  alwaysActive: 'Mereu active',
  cookies: 'Cookie-uri ({count})',
  serviceCount: 'Servicii ({count})',
  storage: 'Stocare în browser',
  session: 'Sesiune',
  cookie: 'Cookie',
  provider: 'Furnizor',
  purpose: 'Scop',
  duration: 'Durată',
  category: 'Categorie',
  thisSite: 'Acest site',
  notStated: 'Nespecificată',
  frame: 'Acest conținut provine de la {name}. Furnizorul află de vizita dvs. și poate plasa cookie-uri.',
  showOnce: 'Afișează o dată',
  showAlways: 'Afișează mereu',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookie-uri necesare',
      'Necesare funcționării site-ului, de exemplu pentru autentificare, securitate și această alegere.',
      'funcționarea site-ului',
    ],
    functional: ['Cookie-uri funcționale', 'Rețin preferințele dvs., cum ar fi limba și tema.', 'preferințe'],
    analytics: ['Cookie-uri de analiză', 'Ne arată cum este folosit site-ul, ca să îl putem îmbunătăți.', 'statistici'],
    marketing: [
      'Cookie-uri publicitare',
      'Afișează reclame potrivite intereselor dvs. și măsoară eficiența lor.',
      'publicitate',
    ],
    social: [
      'Cookie-uri de rețele sociale',
      'Afișează conținut din rețele sociale, care află de vizita dvs.',
      'rețele sociale',
    ],
  }),
}
