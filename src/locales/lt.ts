import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Lithuanian.
 * Reviewed: 2026-11-28 (twice)
 */
export const lt: Locale = {
  locale: 'lt',
  dir: 'ltr',
  title: 'Slapukai šioje svetainėje',
  description:
    'Gavę jūsų sutikimą, mes{partners} įrašome ir skaitome duomenis jūsų įrenginyje šiais tikslais: {purposes}. Galite nesutikti ir bet kada pakeisti sprendimą.',
  partners: ' ir mūsų partneriai',
  notice:
    'Mes{partners} įrašome ir skaitome duomenis jūsų įrenginyje šiais tikslais: {purposes}. Galite bet kada nesutikti.',
  dismiss: 'OK',
  privacyChoices: 'Jūsų privatumo parinktys',
  changes: 'Nauja nuo paskutinio jūsų pasirinkimo: {changes}',
  gpc: 'Į jūsų nesutikimą atsižvelgta: naršyklė prašo svetainių jūsų duomenų neparduoti ir jais nesidalyti (Global Privacy Control).',
  accept: 'Priimti visus',
  reject: 'Atmesti visus',
  customize: 'Nustatymai',
  policy: 'Privatumo politika',
  preferences: 'Slapukų nustatymai',
  preferencesDescription:
    'Pasirinkite, ką ši svetainė gali įrašyti. Pasirinkimo galiojimo laikas: {duration}, paskui paklausime dar kartą.',
  save: 'Įrašyti pasirinkimą',
  saved: 'Slapukų nustatymai įrašyti.',
  close: 'Uždaryti',
  alwaysActive: 'Visada aktyvūs',
  cookies: 'Slapukai ({count})',
  serviceCount: 'Paslaugos ({count})',
  storage: 'Naršyklės saugykla',
  session: 'Seansas',
  cookie: 'Slapukas',
  provider: 'Teikėjas',
  purpose: 'Tikslas',
  duration: 'Galiojimo laikas',
  category: 'Kategorija',
  thisSite: 'Ši svetainė',
  notStated: 'Nenurodyta',
  frame: 'Šį turinį teikia {name}. Teikėjas sužino apie jūsų apsilankymą ir gali įrašyti slapukų.',
  showOnce: 'Rodyti kartą',
  showAlways: 'Rodyti visada',
  categories: /* @__PURE__ */ known({
    essential: [
      'Būtinieji slapukai',
      'Reikalingi svetainei veikti, pavyzdžiui, prisijungimui, saugumui ir šiam pasirinkimui.',
      'svetainės veikimas',
    ],
    functional: ['Funkciniai slapukai', 'Įsimena jūsų nuostatas, pavyzdžiui, kalbą ir išvaizdą.', 'jūsų nuostatos'],
    analytics: ['Analitiniai slapukai', 'Parodo, kaip naudojamasi svetaine, kad galėtume ją tobulinti.', 'statistika'],
    marketing: ['Rinkodaros slapukai', 'Rodo reklamą pagal jūsų pomėgius ir matuoja jos veiksmingumą.', 'reklama'],
    social: [
      'Socialinių tinklų slapukai',
      'Rodo turinį iš socialinių tinklų, kurie sužino apie jūsų apsilankymą.',
      'socialiniai tinklai',
    ],
  }),
}
