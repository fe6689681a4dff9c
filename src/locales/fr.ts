import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * French, of France.
 * Reviewed: 2026-11-28 (twice)
 */
export const fr: Locale = {
  locale: 'fr',
  dir: 'ltr',
  title: 'Cookies sur ce site',
  description:
    'Avec votre consentement, nous{partners} stockons et lisons des données sur votre appareil pour\u00a0: {purposes}. Vous pouvez refuser et changer d’avis à tout moment.',
  partners: ' et nos partenaires',
  notice:
    'Nous{partners} stockons et lisons des données sur votre appareil pour\u00a0: {purposes}. Vous pouvez refuser à tout moment.',
  dismiss: 'OK',
  privacyChoices: 'Choix de confidentialité',
  changes: 'Nouveau depuis votre dernier choix\u00a0: {changes}',
  gpc: 'Opposition prise en compte\u00a0: votre navigateur demande aux sites de ne pas vendre ni partager vos données (Global Privacy Control).',
  accept: 'Tout accepter',
  reject: 'Tout refuser',
  customize: 'Personnaliser',
  policy: 'Politique de confidentialité',
  preferences: 'Gestion des cookies',
  preferencesDescription:
    'Choisissez ce que ce site peut stocker. Votre choix est conservé {duration}, puis nous vous reposerons la question.',
  save: 'Enregistrer',
  saved: 'Vos choix sont enregistrés.',
  close: 'Fermer',
  alwaysActive: 'Toujours actifs',
  cookies: 'Cookies ({count})',
  serviceCount: 'Services ({count})',
  storage: 'Stockage navigateur',
  session: 'Session',
  cookie: 'Cookie',
  provider: 'Fournisseur',
  purpose: 'Finalité',
  duration: 'Durée',
  category: 'Catégorie',
  thisSite: 'Ce site',
  notStated: 'Non précisée',
  frame: 'Contenu fourni par {name}. Le fournisseur sera informé de votre visite et pourra déposer des cookies.',
  showOnce: 'Afficher une fois',
  showAlways: 'Toujours afficher',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookies nécessaires',
      'Nécessaires au fonctionnement du site, par exemple pour la connexion, la sécurité et ce choix.',
      'fonctionnement du site',
    ],
    functional: ['Cookies fonctionnels', 'Mémorisent vos préférences, comme la langue et le thème.', 'vos préférences'],
    analytics: [
      'Cookies statistiques',
      'Nous indiquent comment le site est utilisé, afin de l’améliorer.',
      'statistiques',
    ],
    marketing: [
      'Cookies publicitaires',
      'Affichent des publicités adaptées à vos centres d’intérêt et mesurent leur efficacité.',
      'publicité',
    ],
    social: [
      'Cookies de réseaux sociaux',
      'Affichent du contenu de réseaux sociaux, qui sont informés de votre visite.',
      'réseaux sociaux',
    ],
  }),
}
