import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Irish.
 * Reviewed: 2026-11-28 (twice)
 */
export const ga: Locale = {
  locale: 'ga',
  dir: 'ltr',
  title: 'Fianáin ar an suíomh seo',
  description:
    'Le do thoiliú, stórálann agus léann muid{partners} sonraí ar do ghléas chun na gcríoch seo: {purposes}. Is féidir leat diúltú, agus d’intinn a athrú am ar bith.',
  partners: ' féin agus ár gcomhpháirtithe',
  notice:
    'Stórálann agus léann muid{partners} sonraí ar do ghléas chun na gcríoch seo: {purposes}. Is féidir leat diúltú am ar bith.',
  dismiss: 'OK',
  privacyChoices: 'Roghanna príobháideachta',
  changes: 'Nua ó do rogha dheireanach: {changes}',
  gpc: 'Tá do dhiúltú á urramú: iarrann do bhrabhsálaí ar shuíomhanna gan do shonraí a dhíol ná a chomhroinnt (Global Privacy Control).',
  accept: 'Glac le gach rud',
  reject: 'Diúltaigh do gach rud',
  customize: 'Saincheap',
  policy: 'Beartas príobháideachta',
  preferences: 'Socruithe fianán',
  preferencesDescription:
    'Roghnaigh cad is féidir leis an suíomh a stóráil. Coinneofar do rogha ar feadh {duration}, ansin fiafrófar díot arís.',
  save: 'Sábháil roghanna',
  saved: 'Sábháladh na socruithe fianán.',
  close: 'Dún',
  alwaysActive: 'Gníomhach i gcónaí',
  cookies: 'Fianáin ({count})',
  serviceCount: 'Seirbhísí ({count})',
  storage: 'Stóras brabhsálaí',
  session: 'Seisiún',
  cookie: 'Fianán',
  provider: 'Soláthraí',
  purpose: 'Cuspóir',
  duration: 'Tréimhse',
  category: 'Catagóir',
  thisSite: 'An suíomh seo',
  notStated: 'Gan sonrú',
  frame: 'Tagann an t-ábhar seo ó {name}, a fhaigheann eolas ar do chuairt agus a d’fhéadfadh fianáin a shuiteáil.',
  showOnce: 'Taispeáin uair amháin',
  showAlways: 'Taispeáin i gcónaí',
  categories: /* @__PURE__ */ known({
    essential: [
      'Fianáin riachtanacha',
      'De dhíth le go n-oibreoidh an suíomh, mar shampla logáil isteach, slándáil agus an rogha seo.',
      'oibriú an tsuímh',
    ],
    functional: [
      'Fianáin fheidhmiúla',
      'Cuimhníonn siad ar do shainroghanna, amhail teanga agus téama.',
      'do shainroghanna',
    ],
    analytics: ['Fianáin anailíse', 'Insíonn siad dúinn conas a úsáidtear an suíomh, chun é a fheabhsú.', 'staidreamh'],
    marketing: [
      'Fianáin mhargaíochta',
      'Taispeánann siad fógraí de réir do spéiseanna, agus tomhaiseann siad a n-éifeacht.',
      'fógraíocht',
    ],
    social: [
      'Fianáin na meán sóisialta',
      'Taispeánann siad ábhar ó líonraí sóisialta, a fhaigheann eolas ar do chuairt.',
      'meáin shóisialta',
    ],
  }),
}
