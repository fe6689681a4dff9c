import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Catalan.
 * Reviewed: 2026-11-28 (twice)
 */
export const ca: Locale = {
  locale: 'ca',
  dir: 'ltr',
  title: 'Utilitzem galetes al web',
  description:
    'Amb el vostre consentiment,{partners} desem i llegim dades al vostre dispositiu per a: {purposes}. Podeu dir que no i canviar d’opinió en qualsevol moment.',
  partners: ' juntament amb els nostres socis,',
  notice:
    'En aquest web,{partners} desem i llegim dades al vostre dispositiu per a: {purposes}. Us hi podeu oposar quan vulgueu.',
  dismiss: 'OK',
  privacyChoices: 'Opcions de privacitat',
  changes: 'Novetats des de la vostra última tria: {changes}',
  gpc: 'Oposició respectada: el vostre navegador demana als webs que no venguin ni comparteixin les vostres dades (Global Privacy Control).',
  accept: 'Accepta-ho tot',
  reject: 'Rebutja-ho tot',
  customize: 'Personalitza',
  policy: 'Política de privacitat',
  preferences: 'Gestió de galetes',
  preferencesDescription:
    'Trieu què pot desar aquest web. La vostra tria es conserva {duration} i després us ho tornarem a preguntar.',
  save: 'Desa la tria',
  saved: 'S’han desat les preferències.',
  close: 'Tanca',
  alwaysActive: 'Sempre actives',
  cookies: 'Galetes ({count})',
  serviceCount: 'Serveis ({count})',
  storage: 'Emmagatzematge web',
  session: 'Sessió',
  cookie: 'Galeta',
  provider: 'Proveïdor',
  purpose: 'Finalitat',
  duration: 'Durada',
  category: 'Categoria',
  thisSite: 'Aquest web',
  notStated: 'No indicada',
  frame: 'Aquest contingut l’ofereix {name}. El proveïdor sabrà de la vostra visita i podrà instal·lar galetes.',
  showOnce: 'Mostra un cop',
  showAlways: 'Mostra sempre',
  categories: /* @__PURE__ */ known({
    essential: [
      'Galetes necessàries',
      'Calen perquè el web funcioni: per exemple, inici de sessió, seguretat i aquesta tria.',
      'funcionament del web',
    ],
    functional: [
      'Galetes funcionals',
      'Recorden les vostres preferències, com ara l’idioma i el tema.',
      'preferències',
    ],
    analytics: ['Galetes analítiques', 'Ens indiquen com s’utilitza el web, per poder-lo millorar.', 'estadístiques'],
    marketing: [
      'Galetes publicitàries',
      'Mostren anuncis segons els vostres interessos i mesuren si funcionen.',
      'publicitat',
    ],
    social: [
      'Galetes de xarxes socials',
      'Mostren contingut de xarxes socials, que sabran de la vostra visita.',
      'xarxes socials',
    ],
  }),
}
