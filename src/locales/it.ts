import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Italian.
 * Reviewed: 2026-11-28 (twice)
 */
export const it: Locale = {
  locale: 'it',
  dir: 'ltr',
  title: 'Usiamo i cookie',
  description:
    'Con il tuo consenso,{partners} salviamo e leggiamo dati sul tuo dispositivo per: {purposes}. Puoi rifiutare e cambiare idea in qualsiasi momento.',
  partners: ' insieme ai nostri partner,',
  notice:
    'Su questo sito,{partners} salviamo e leggiamo dati sul tuo dispositivo per: {purposes}. Puoi opporti in qualsiasi momento.',
  dismiss: 'OK',
  privacyChoices: 'Scelte sulla privacy',
  changes: 'Novità dopo la tua ultima scelta: {changes}',
  gpc: 'Opposizione rispettata: il tuo browser chiede ai siti di non vendere né condividere i tuoi dati (Global Privacy Control).',
  accept: 'Accetta tutto',
  reject: 'Rifiuta tutto',
  customize: 'Personalizza',
  policy: 'Informativa privacy',
  preferences: 'Preferenze cookie',
  preferencesDescription:
    'Scegli che cosa può salvare questo sito. La tua scelta resta valida per {duration}, poi te la chiederemo di nuovo.',
  save: 'Salva le scelte',
  saved: 'Preferenze cookie salvate.',
  close: 'Chiudi',
  alwaysActive: 'Sempre attivi',
  cookies: 'Cookie ({count})',
  serviceCount: 'Servizi ({count})',
  storage: 'Memoria del browser',
  session: 'Sessione',
  cookie: 'Cookie',
  provider: 'Fornitore',
  purpose: 'Finalità',
  duration: 'Durata',
  category: 'Categoria',
  thisSite: 'Questo sito',
  notStated: 'Non indicata',
  frame: 'Questo contenuto proviene da {name}. Il fornitore saprà della tua visita e potrà installare cookie.',
  showOnce: 'Mostra una volta',
  showAlways: 'Mostra sempre',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookie necessari',
      'Servono al funzionamento del sito, ad esempio per l’accesso, la sicurezza e questa scelta.',
      'funzionamento del sito',
    ],
    functional: ['Cookie funzionali', 'Ricordano le tue preferenze, come la lingua e il tema.', 'le tue preferenze'],
    analytics: ['Cookie analitici', 'Ci dicono come viene usato il sito, per poterlo migliorare.', 'statistiche'],
    marketing: [
      'Cookie di profilazione',
      'Mostrano annunci in base ai tuoi interessi e ne misurano l’efficacia.',
      'pubblicità',
    ],
    social: [
      'Cookie dei social network',
      'Mostrano contenuti di social network, che vengono a sapere della tua visita.',
      'social network',
    ],
  }),
}
