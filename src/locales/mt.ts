import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Maltese.
 * Reviewed: 2026-11-28 (twice)
 */
export const mt: Locale = {
  locale: 'mt',
  dir: 'ltr',
  title: 'Cookies fuq dan is-sit',
  description:
    'Bil-kunsens tiegħek, aħna{partners} naħżnu u naqraw data fuq l-apparat tiegħek għal dawn l-iskopijiet: {purposes}. Tista’ tirrifjuta u tibdel fehmtek meta trid.',
  partners: ' u s-sħab tagħna',
  notice:
    'Aħna{partners} naħżnu u naqraw data fuq l-apparat tiegħek għal dawn l-iskopijiet: {purposes}. Tista’ tirrifjuta meta trid.',
  dismiss: 'OK',
  privacyChoices: 'Għażliet tal-privatezza',
  changes: 'X’hemm ġdid mill-aħħar għażla tiegħek: {changes}',
  gpc: 'Ir-rifjut tiegħek ġie rispettat: il-browser jitlob lis-siti biex ma jbigħux u ma jaqsmux id-data tiegħek (Global Privacy Control).',
  accept: 'Aċċetta kollox',
  reject: 'Irrifjuta kollox',
  customize: 'Ippersonalizza',
  policy: 'Politika tal-privatezza',
  preferences: 'Preferenzi tal-cookies',
  preferencesDescription:
    'Agħżel x’jista’ jaħżen dan is-sit. L-għażla tiegħek tinżamm għal {duration}, imbagħad nerġgħu nistaqsuk.',
  save: 'Aħżen l-għażliet',
  saved: 'Preferenzi tal-cookies maħżuna.',
  close: 'Agħlaq',
  alwaysActive: 'Dejjem attivi',
  cookies: 'Cookies ({count})',
  serviceCount: 'Servizzi ({count})',
  storage: 'Ħażna tal-browser',
  session: 'Sessjoni',
  cookie: 'Cookie',
  provider: 'Fornitur',
  purpose: 'Skop',
  duration: 'Durata',
  category: 'Kategorija',
  thisSite: 'Dan is-sit',
  notStated: 'Mhux indikata',
  frame: 'Dan il-kontenut ġej minn {name}. Il-fornitur isir jaf biż-żjara tiegħek u jista’ jqiegħed cookies.',
  showOnce: 'Uri darba',
  showAlways: 'Uri dejjem',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookies essenzjali',
      'Meħtieġa biex is-sit jaħdem, bħad-dħul fil-kont, is-sigurtà u din l-għażla.',
      'funzjonament tas-sit',
    ],
    functional: ['Cookies funzjonali', 'Jiftakru l-preferenzi tiegħek, bħal-lingwa u d-dehra.', 'preferenzi'],
    analytics: ['Cookies analitiċi', 'Juruna kif jintuża s-sit, biex inkunu nistgħu ntejbuh.', 'statistika'],
    marketing: [
      'Cookies tar-reklamar',
      'Juruk reklami skont l-interessi tiegħek u jkejlu l-effett tagħhom.',
      'reklamar',
    ],
    social: [
      'Cookies tal-midja soċjali',
      'Juru kontenut minn netwerks soċjali, li jsiru jafu biż-żjara tiegħek.',
      'midja soċjali',
    ],
  }),
}
