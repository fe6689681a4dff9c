import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Portuguese, of Portugal.
 * Reviewed: 2026-11-28 (twice)
 */
export const pt: Locale = {
  locale: 'pt',
  dir: 'ltr',
  title: 'Usamos cookies neste site',
  description:
    'Com o seu consentimento,{partners} guardamos e lemos dados no seu dispositivo para: {purposes}. Pode recusar e mudar de ideias a qualquer momento.',
  partners: ' em conjunto com os nossos parceiros,',
  notice:
    'Neste site,{partners} guardamos e lemos dados no seu dispositivo para: {purposes}. Pode opor-se a qualquer momento.',
  dismiss: 'OK',
  privacyChoices: 'Opções de privacidade',
  changes: 'Novidades desde a sua última escolha: {changes}',
  gpc: 'Oposição respeitada: o seu navegador pede aos sites que não vendam nem partilhem os seus dados (Global Privacy Control).',
  accept: 'Aceitar tudo',
  reject: 'Rejeitar tudo',
  customize: 'Personalizar',
  policy: 'Política de privacidade',
  preferences: 'Gestão de cookies',
  preferencesDescription:
    'Escolha o que este site pode guardar. A sua escolha é válida durante {duration}; depois voltamos a perguntar.',
  save: 'Guardar escolhas',
  saved: 'Preferências guardadas.',
  close: 'Fechar',
  alwaysActive: 'Sempre ativos',
  cookies: 'Cookies ({count})',
  serviceCount: 'Serviços ({count})',
  storage: 'Armazenamento web',
  session: 'Sessão',
  cookie: 'Cookie',
  provider: 'Fornecedor',
  purpose: 'Finalidade',
  duration: 'Duração',
  category: 'Categoria',
  thisSite: 'Este site',
  notStated: 'Não indicada',
  frame: 'Este conteúdo é fornecido por {name}. O fornecedor ficará a saber da sua visita e poderá instalar cookies.',
  showOnce: 'Mostrar uma vez',
  showAlways: 'Mostrar sempre',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookies necessários',
      'Necessários para o site funcionar: por exemplo, início de sessão, segurança e esta escolha.',
      'funcionamento do site',
    ],
    functional: [
      'Cookies funcionais',
      'Memorizam as suas preferências, como o idioma e o tema.',
      'as suas preferências',
    ],
    analytics: ['Cookies analíticos', 'Indicam-nos como o site é utilizado, para o podermos melhorar.', 'estatísticas'],
    marketing: [
      'Cookies de publicidade',
      'Mostram anúncios de acordo com os seus interesses e medem se funcionam.',
      'publicidade',
    ],
    social: [
      'Cookies de redes sociais',
      'Mostram conteúdos de redes sociais, que ficam a saber da sua visita.',
      'redes sociais',
    ],
  }),
}
