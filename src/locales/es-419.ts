import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Spanish, of Latin America.
 * Reviewed: 2026-11-28 (twice)
 */
export const es419: Locale = {
  locale: 'es-419',
  dir: 'ltr',
  title: 'Este sitio usa cookies',
  description:
    'Con su consentimiento,{partners} guardamos y leemos datos en su dispositivo para: {purposes}. Puede decir que no y cambiar de opinión en cualquier momento.',
  partners: ' junto con nuestros socios,',
  notice:
    'En este sitio,{partners} guardamos y leemos datos en su dispositivo para: {purposes}. Puede oponerse en cualquier momento.',
  dismiss: 'OK',
  privacyChoices: 'Opciones de privacidad',
  changes: 'Novedades desde su última elección: {changes}',
  gpc: 'Solicitud de exclusión respetada: su navegador pide a los sitios que no vendan ni compartan sus datos (Global Privacy Control).',
  accept: 'Aceptar todo',
  reject: 'Rechazar todo',
  customize: 'Personalizar',
  policy: 'Política de privacidad',
  preferences: 'Gestión de cookies',
  preferencesDescription:
    'Elija qué puede guardar este sitio. Su elección se conserva {duration}; después volveremos a preguntarle.',
  save: 'Guardar elección',
  saved: 'Preferencias guardadas.',
  close: 'Cerrar',
  alwaysActive: 'Siempre activas',
  cookies: 'Cookies ({count})',
  serviceCount: 'Servicios ({count})',
  storage: 'Almacenamiento web',
  session: 'Sesión',
  cookie: 'Cookie',
  provider: 'Proveedor',
  purpose: 'Finalidad',
  duration: 'Duración',
  category: 'Categoría',
  thisSite: 'Este sitio',
  notStated: 'No indicada',
  frame: 'Este contenido proviene de {name}. El proveedor sabrá de su visita y podrá usar cookies.',
  showOnce: 'Mostrar una vez',
  showAlways: 'Mostrar siempre',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookies necesarias',
      'Permiten que el sitio funcione: por ejemplo, inicio de sesión, seguridad y esta elección.',
      'funcionamiento del sitio',
    ],
    functional: ['Cookies funcionales', 'Recuerdan sus preferencias, como el idioma y el tema.', 'sus preferencias'],
    analytics: ['Cookies analíticas', 'Nos indican cómo se usa el sitio, para poder mejorarlo.', 'estadísticas'],
    marketing: ['Cookies de publicidad', 'Muestran anuncios según sus intereses y miden si funcionan.', 'publicidad'],
    social: [
      'Cookies de redes sociales',
      'Muestran contenido de redes sociales, que sabrán de su visita.',
      'redes sociales',
    ],
  }),
}
