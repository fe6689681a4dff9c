import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Slovenian.
 * Reviewed: 2026-11-28 (twice)
 */
export const sl: Locale = {
  locale: 'sl',
  dir: 'ltr',
  title: 'Piškotki na tej strani',
  description:
    'Z vašo privolitvijo{partners} shranjujemo in beremo podatke v vaši napravi. Namen: {purposes}. Privolitev lahko zavrnete in odločitev kadar koli spremenite.',
  partners: ' mi in naši partnerji',
  notice: 'V vaši napravi{partners} shranjujemo in beremo podatke. Namen: {purposes}. To lahko kadar koli zavrnete.',
  dismiss: 'OK',
  privacyChoices: 'Možnosti zasebnosti',
  changes: 'Novo od vaše zadnje izbire: {changes}',
  gpc: 'Zavrnitev upoštevana: vaš brskalnik prosi spletna mesta, naj vaših podatkov ne prodajajo in ne delijo (Global Privacy Control).',
  accept: 'Sprejmi vse',
  reject: 'Zavrni vse',
  customize: 'Prilagodi',
  policy: 'Politika zasebnosti',
  preferences: 'Nastavitve piškotkov',
  preferencesDescription:
    'Izberite, kaj sme ta stran shranjevati. Vaša izbira velja {duration}, nato vas znova vprašamo.',
  save: 'Shrani izbiro',
  saved: 'Nastavitve piškotkov so shranjene.',
  close: 'Zapri',
  alwaysActive: 'Vedno aktivni',
  cookies: 'Piškotki ({count})',
  serviceCount: 'Storitve ({count})',
  storage: 'Shramba brskalnika',
  session: 'Seja',
  cookie: 'Piškotek',
  provider: 'Ponudnik',
  purpose: 'Namen',
  duration: 'Trajanje',
  category: 'Kategorija',
  thisSite: 'Ta stran',
  notStated: 'Ni navedeno',
  frame: 'Vir vsebine: {name}. Ponudnik izve za vaš obisk in lahko namesti piškotke.',
  showOnce: 'Prikaži enkrat',
  showAlways: 'Vedno prikaži',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nujni piškotki',
      'Potrebni za delovanje strani, npr. za prijavo, varnost in to izbiro.',
      'delovanje strani',
    ],
    functional: ['Funkcionalni piškotki', 'Zapomnijo si vaše nastavitve, npr. jezik in temo.', 'vaše nastavitve'],
    analytics: ['Analitični piškotki', 'Pokažejo nam, kako se stran uporablja, da jo lahko izboljšamo.', 'statistika'],
    marketing: [
      'Oglaševalski piškotki',
      'Prikazujejo oglase glede na vaša zanimanja in merijo njihovo učinkovitost.',
      'oglaševanje',
    ],
    social: [
      'Piškotki družbenih omrežij',
      'Prikazujejo vsebine družbenih omrežij, ki izvedo za vaš obisk.',
      'družbena omrežja',
    ],
  }),
}
