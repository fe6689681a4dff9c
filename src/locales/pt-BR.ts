import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Portuguese, of Brazil.
 * Reviewed: 2026-11-28 (twice)
 */
export const ptBR: Locale = {
  locale: 'pt-BR',
  dir: 'ltr',
  title: 'Usamos cookies neste site',
  description:
    'Com o seu consentimento,{partners} armazenamos e lemos dados no seu dispositivo para: {purposes}. Você pode recusar e mudar de ideia a qualquer momento.',
  partners: ' junto com nossos parceiros,',
  notice:
    'Neste site,{partners} armazenamos e lemos dados no seu dispositivo para: {purposes}. Você pode se opor a qualquer momento.',
  dismiss: 'OK',
  privacyChoices: 'Opções de privacidade',
  changes: 'Novidades desde a sua última escolha: {changes}',
  gpc: 'Oposição respeitada: seu navegador pede aos sites que não vendam nem compartilhem seus dados (Global Privacy Control).',
  accept: 'Aceitar tudo',
  reject: 'Rejeitar tudo',
  customize: 'Personalizar',
  policy: 'Política de privacidade',
  preferences: 'Gerenciar cookies',
  preferencesDescription:
    'Escolha o que este site pode armazenar. Sua escolha vale por {duration}; depois perguntaremos de novo.',
  save: 'Salvar escolhas',
  saved: 'Preferências salvas.',
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
  notStated: 'Não informada',
  frame: 'Este conteúdo é fornecido por {name}. O fornecedor saberá da sua visita e poderá usar cookies.',
  showOnce: 'Mostrar uma vez',
  showAlways: 'Mostrar sempre',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookies necessários',
      'Necessários para o site funcionar: por exemplo, login, segurança e esta escolha.',
      'funcionamento do site',
    ],
    functional: ['Cookies funcionais', 'Lembram suas preferências, como idioma e tema.', 'suas preferências'],
    analytics: ['Cookies analíticos', 'Mostram como o site é usado, para que possamos melhorá-lo.', 'estatísticas'],
    marketing: [
      'Cookies de publicidade',
      'Mostram anúncios de acordo com seus interesses e medem se funcionam.',
      'publicidade',
    ],
    social: [
      'Cookies de redes sociais',
      'Mostram conteúdo de redes sociais, que ficam sabendo da sua visita.',
      'redes sociais',
    ],
  }),
}
