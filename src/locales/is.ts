import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Icelandic.
 * Reviewed: 2026-11-28 (twice)
 */
export const is: Locale = {
  locale: 'is',
  dir: 'ltr',
  title: 'Vafrakökur á þessum vef',
  description:
    'Með samþykki þínu geymum og lesum við{partners} gögn í tækinu þínu í þessum tilgangi: {purposes}. Þú getur hafnað og skipt um skoðun hvenær sem er.',
  partners: ' og samstarfsaðilar okkar',
  notice:
    'Við{partners} geymum og lesum gögn í tækinu þínu í þessum tilgangi: {purposes}. Þú getur hafnað hvenær sem er.',
  dismiss: 'OK',
  privacyChoices: 'Persónuverndarval þitt',
  changes: 'Nýtt frá síðasta vali þínu: {changes}',
  gpc: 'Andmæli virt: vafrinn þinn biður vefi um að selja hvorki gögnin þín né deila þeim (Global Privacy Control).',
  accept: 'Leyfa allt',
  reject: 'Hafna öllu',
  customize: 'Sérsníða',
  policy: 'Persónuverndarstefna',
  preferences: 'Vafrakökustillingar',
  preferencesDescription: 'Veldu hvað þessi vefur má geyma. Gildistími valsins er {duration}, svo spyrjum við aftur.',
  save: 'Vista val',
  saved: 'Vafrakökustillingar vistaðar.',
  close: 'Loka',
  alwaysActive: 'Alltaf virkt',
  cookies: 'Vafrakökur ({count})',
  serviceCount: 'Þjónustur ({count})',
  storage: 'Vafrageymsla',
  session: 'Vafralota',
  cookie: 'Vafrakaka',
  provider: 'Þjónustuaðili',
  purpose: 'Tilgangur',
  duration: 'Gildistími',
  category: 'Flokkur',
  thisSite: 'Þessi vefur',
  notStated: 'Ótilgreint',
  frame: 'Þetta efni kemur frá {name} sem fær vitneskju um heimsókn þína og kann að vista vafrakökur.',
  showOnce: 'Sýna einu sinni',
  showAlways: 'Sýna alltaf',
  categories: /* @__PURE__ */ known({
    essential: [
      'Nauðsynlegar kökur',
      'Nauðsynlegar svo að vefurinn virki, t.d. fyrir innskráningu, öryggi og þetta val.',
      'virkni vefsins',
    ],
    functional: ['Virknikökur', 'Muna stillingar þínar, t.d. tungumál og útlit.', 'stillingar þínar'],
    analytics: ['Tölfræðikökur', 'Sýna okkur hvernig vefurinn er notaður svo að við getum bætt hann.', 'tölfræði'],
    marketing: ['Markaðskökur', 'Sýna þér auglýsingar í takt við áhugamál þín og mæla árangur þeirra.', 'auglýsingar'],
    social: [
      'Samfélagsmiðlakökur',
      'Sýna efni frá samfélagsmiðlum sem fá vitneskju um heimsókn þína.',
      'samfélagsmiðlar',
    ],
  }),
}
