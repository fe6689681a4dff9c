import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Finnish.
 * Reviewed: 2026-11-28 (twice)
 */
export const fi: Locale = {
  locale: 'fi',
  dir: 'ltr',
  title: 'Evästeet tällä sivustolla',
  description:
    'Suostumuksellasi me{partners} tallennamme laitteellesi ja luemme siltä tietoja seuraavaa varten: {purposes}. Voit kieltäytyä ja muuttaa valintaasi milloin tahansa.',
  partners: ' ja kumppanimme',
  notice:
    'Me{partners} tallennamme laitteellesi ja luemme siltä tietoja seuraavaa varten: {purposes}. Voit kieltäytyä milloin tahansa.',
  dismiss: 'OK',
  privacyChoices: 'Tietosuojavalintasi',
  changes: 'Uutta edellisen valintasi jälkeen: {changes}',
  gpc: 'Kieltoasi noudatetaan: selaimesi pyytää sivustoja olemaan myymättä ja jakamatta tietojasi (Global Privacy Control).',
  accept: 'Hyväksy kaikki',
  reject: 'Hylkää kaikki',
  customize: 'Mukauta',
  policy: 'Tietosuojaseloste',
  preferences: 'Evästeasetukset',
  preferencesDescription:
    'Valitse, mitä sivusto saa tallentaa. Valintasi säilytysaika on {duration}, minkä jälkeen kysymme uudelleen.',
  save: 'Tallenna valinta',
  saved: 'Evästeasetukset tallennettu.',
  close: 'Sulje',
  alwaysActive: 'Aina käytössä',
  cookies: 'Evästeet ({count})',
  serviceCount: 'Palvelut ({count})',
  storage: 'Selaintallennus',
  session: 'Istunto',
  cookie: 'Eväste',
  provider: 'Tarjoaja',
  purpose: 'Tarkoitus',
  duration: 'Säilytysaika',
  category: 'Luokka',
  thisSite: 'Tämä sivusto',
  notStated: 'Ei ilmoitettu',
  frame: 'Tämän sisällön tarjoaa {name}, joka saa tiedon vierailustasi ja voi asettaa evästeitä.',
  showOnce: 'Näytä kerran',
  showAlways: 'Näytä aina',
  categories: /* @__PURE__ */ known({
    essential: [
      'Välttämättömät evästeet',
      'Tarvitaan sivuston toimintaan, kuten kirjautumiseen, tietoturvaan ja tähän valintaan.',
      'sivuston toiminta',
    ],
    functional: ['Toiminnalliset evästeet', 'Muistavat asetuksesi, kuten kielen ja teeman.', 'asetuksesi'],
    analytics: [
      'Analytiikkaevästeet',
      'Kertovat, miten sivustoa käytetään, jotta voimme parantaa sitä.',
      'tilastointi',
    ],
    marketing: [
      'Markkinointievästeet',
      'Näyttävät kiinnostuksesi mukaisia mainoksia ja mittaavat niiden toimivuutta.',
      'mainonta',
    ],
    social: [
      'Sosiaalisen median evästeet',
      'Näyttävät sosiaalisen median sisältöä; sen tarjoaja saa tiedon vierailustasi.',
      'sosiaalinen media',
    ],
  }),
}
