import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Spanish, of Spain.
 * Reviewed: 2026-11-28 (twice)
 */
export const es: Locale = {
  locale: 'es',
  dir: 'ltr',
  title: 'Esta web usa cookies',
  description:
    'Con su consentimiento,{partners} almacenamos y leemos datos en su dispositivo para: {purposes}. Puede decir que no y cambiar de opinión en cualquier momento.',
  partners: ' junto con nuestros socios,',
  notice:
    'En esta web,{partners} almacenamos y leemos datos en su dispositivo para: {purposes}. Puede oponerse en cualquier momento.',
  dismiss: 'OK',
  privacyChoices: 'Opciones de privacidad',
  changes: 'Novedades desde su última elección: {changes}',
  gpc: 'Oposición atendida: su navegador pide a los sitios web que no vendan ni compartan sus datos (Global Privacy Control).',
  accept: 'Aceptar todo',
  reject: 'Rechazar todo',
  customize: 'Configurar',
  policy: 'Política de privacidad',
  preferences: 'Gestión de cookies',
  preferencesDescription:
    'Elija qué puede guardar esta web. Su elección se conserva {duration}; después volveremos a preguntarle.',
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
  thisSite: 'Esta web',
  notStated: 'No indicada',
  frame: 'Este contenido procede de {name}. El proveedor sabrá de su visita y podrá instalar cookies.',
  showOnce: 'Mostrar una vez',
  showAlways: 'Mostrar siempre',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookies necesarias',
      'Permiten que la web funcione: por ejemplo, inicio de sesión, seguridad y esta elección.',
      'funcionamiento de la web',
    ],
    functional: [
      'Cookies de preferencias',
      'Recuerdan sus preferencias, como el idioma y el tema.',
      'sus preferencias',
    ],
    analytics: ['Cookies de análisis', 'Nos indican cómo se usa la web, para poder mejorarla.', 'estadísticas'],
    marketing: ['Cookies de publicidad', 'Muestran anuncios según sus intereses y miden si funcionan.', 'publicidad'],
    social: [
      'Cookies de redes sociales',
      'Muestran contenido de redes sociales, que sabrán de su visita.',
      'redes sociales',
    ],
  }),
}
