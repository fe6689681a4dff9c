import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * French, of Canada.
 * Reviewed: 2026-11-28 (twice)
 */
export const frCA: Locale = {
  locale: 'fr-CA',
  dir: 'ltr',
  title: 'Témoins sur ce site',
  description:
    'Avec votre consentement, nous{partners} stockons et lisons des données sur votre appareil pour\u00a0: {purposes}. Vous pouvez refuser et changer d’avis en tout temps.',
  partners: ' et nos partenaires',
  notice:
    'Nous{partners} stockons et lisons des données sur votre appareil pour\u00a0: {purposes}. Vous pouvez refuser en tout temps.',
  dismiss: 'OK',
  privacyChoices: 'Choix de confidentialité',
  changes: 'Nouveau depuis votre dernier choix\u00a0: {changes}',
  gpc: 'Refus respecté\u00a0: votre navigateur demande aux sites de ne pas vendre ni communiquer vos renseignements (Global Privacy Control).',
  accept: 'Tout accepter',
  reject: 'Tout refuser',
  customize: 'Personnaliser',
  policy: 'Politique de confidentialité',
  preferences: 'Gestion des témoins',
  preferencesDescription:
    'Choisissez ce que ce site peut stocker. Votre choix est conservé {duration}, puis nous vous reposerons la question.',
  save: 'Enregistrer',
  saved: 'Vos choix sont enregistrés.',
  close: 'Fermer',
  alwaysActive: 'Toujours actifs',
  cookies: 'Témoins ({count})',
  serviceCount: 'Services ({count})',
  storage: 'Stockage navigateur',
  session: 'Session',
  cookie: 'Témoin',
  provider: 'Fournisseur',
  purpose: 'Finalité',
  duration: 'Durée',
  category: 'Catégorie',
  thisSite: 'Ce site',
  notStated: 'Non précisée',
  frame: 'Contenu fourni par {name}. Le fournisseur sera informé de votre visite et pourra placer des témoins.',
  showOnce: 'Afficher une fois',
  showAlways: 'Toujours afficher',
  categories: /* @__PURE__ */ known({
    essential: [
      'Témoins nécessaires',
      'Nécessaires au fonctionnement du site, par exemple pour la connexion, la sécurité et ce choix.',
      'fonctionnement du site',
    ],
    functional: ['Témoins fonctionnels', 'Mémorisent vos préférences, comme la langue et le thème.', 'vos préférences'],
    analytics: [
      'Témoins statistiques',
      'Nous indiquent comment le site est utilisé, afin de l’améliorer.',
      'statistiques',
    ],
    marketing: [
      'Témoins publicitaires',
      'Affichent des publicités adaptées à vos centres d’intérêt et mesurent leur efficacité.',
      'publicité',
    ],
    social: [
      'Témoins de médias sociaux',
      'Affichent du contenu de médias sociaux, qui sont informés de votre visite.',
      'médias sociaux',
    ],
  }),
}
