import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Croatian.
 * Reviewed: 2026-11-28 (twice)
 */
export const hr: Locale = {
  locale: 'hr',
  dir: 'ltr',
  title: 'Kolačići na ovoj stranici',
  description:
    'Uz vašu privolu{partners} pohranjujemo i čitamo podatke na vašem uređaju. Svrha: {purposes}. Možete odbiti i u svakom trenutku promijeniti odluku.',
  partners: ' mi i naši partneri',
  notice:
    'Na vašem uređaju{partners} pohranjujemo i čitamo podatke. Svrha: {purposes}. Odbiti možete u svakom trenutku.',
  dismiss: 'OK',
  privacyChoices: 'Vaše opcije privatnosti',
  changes: 'Novo od vašeg posljednjeg odabira: {changes}',
  gpc: 'Odbijanje poštujemo: vaš preglednik traži od stranica da ne prodaju i ne dijele vaše podatke (Global Privacy Control).',
  accept: 'Prihvati sve',
  reject: 'Odbij sve',
  customize: 'Prilagodi',
  policy: 'Pravila privatnosti',
  preferences: 'Postavke kolačića',
  preferencesDescription:
    'Odaberite što ova stranica smije pohraniti. Rok valjanosti odabira je {duration}, a zatim ćemo pitati ponovno.',
  save: 'Spremi odabir',
  saved: 'Postavke kolačića su spremljene.',
  close: 'Zatvori',
  alwaysActive: 'Uvijek aktivni',
  cookies: 'Kolačići ({count})',
  serviceCount: 'Usluge ({count})',
  storage: 'Pohrana preglednika',
  session: 'Sesija',
  cookie: 'Kolačić',
  provider: 'Pružatelj',
  purpose: 'Svrha',
  duration: 'Trajanje',
  category: 'Kategorija',
  thisSite: 'Ova stranica',
  notStated: 'Nije navedeno',
  frame: 'Izvor sadržaja: {name}. Pružatelj saznaje za vaš posjet i može postaviti kolačiće.',
  showOnce: 'Prikaži jednom',
  showAlways: 'Uvijek prikaži',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nužni kolačići',
      'Potrebni za rad stranice, npr. za prijavu, sigurnost i ovaj odabir.',
      'rad stranice',
    ],
    functional: ['Funkcionalni kolačići', 'Pamte vaše postavke, npr. jezik i temu.', 'vaše postavke'],
    analytics: [
      'Analitički kolačići',
      'Pokazuju nam kako se stranica koristi da bismo je mogli poboljšati.',
      'statistika',
    ],
    marketing: [
      'Marketinški kolačići',
      'Prikazuju vam oglase prema vašim interesima i mjere njihov učinak.',
      'oglašavanje',
    ],
    social: [
      'Kolačići društvenih mreža',
      'Prikazuju sadržaj društvenih mreža, koje saznaju za vaš posjet.',
      'društvene mreže',
    ],
  }),
}
