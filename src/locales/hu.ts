import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Hungarian.
 * Reviewed: 2026-11-28 (twice)
 */
export const hu: Locale = {
  locale: 'hu',
  dir: 'ltr',
  title: 'Sütik ezen a honlapon',
  description:
    'Hozzájárulásával az Ön eszközén{partners} adatokat tárolunk és olvasunk a következő célból: {purposes}. Nemet mondhat, és döntését bármikor módosíthatja.',
  partners: ' partnereinkkel együtt',
  notice:
    'Az Ön eszközén{partners} adatokat tárolunk és olvasunk a következő célból: {purposes}. Bármikor nemet mondhat.',
  dismiss: 'OK',
  privacyChoices: 'Adatvédelmi lehetőségei',
  changes: 'Új a legutóbbi döntése óta: {changes}',
  gpc: 'Tiltakozását figyelembe vettük: böngészője arra kéri a honlapokat, hogy ne adják el és ne osszák meg adatait (Global Privacy Control).',
  accept: 'Összes elfogadása',
  reject: 'Összes elutasítása',
  customize: 'Beállítások',
  policy: 'Adatvédelmi tájékoztató',
  preferences: 'Sütibeállítások',
  preferencesDescription: 'Válassza ki, mit tárolhat ez a honlap. Döntése {duration} után lejár, és újra megkérdezzük.',
  save: 'Döntés mentése',
  saved: 'Sütibeállítások mentve.',
  close: 'Bezárás',
  alwaysActive: 'Mindig aktív',
  cookies: 'Sütik ({count})',
  serviceCount: 'Szolgáltatások ({count})',
  storage: 'Böngészőtárhely',
  session: 'Munkamenet',
  cookie: 'Süti',
  provider: 'Szolgáltató',
  purpose: 'Cél',
  duration: 'Időtartam',
  category: 'Kategória',
  thisSite: 'Ez a honlap',
  notStated: 'Nincs megadva',
  frame: 'A tartalom forrása: {name}. A szolgáltató értesül látogatásáról, és sütiket helyezhet el.',
  showOnce: 'Megjelenítés egyszer',
  showAlways: 'Megjelenítés mindig',
  categories: /* @__PURE__ */ known({
    essential: [
      'Szükséges sütik',
      'A honlap működéséhez kellenek, például bejelentkezéshez, biztonsághoz és ehhez a döntéshez.',
      'a honlap működése',
    ],
    functional: [
      'Funkcionális sütik',
      'Megjegyzik beállításait, például a nyelvet és a megjelenést.',
      'az Ön beállításai',
    ],
    analytics: [
      'Statisztikai sütik',
      'Megmutatják, hogyan használják a honlapot, hogy javíthassunk rajta.',
      'statisztika',
    ],
    marketing: [
      'Marketingsütik',
      'Az érdeklődésének megfelelő hirdetéseket mutatnak, és mérik azok sikerét.',
      'hirdetések',
    ],
    social: [
      'Közösségimédia-sütik',
      'Közösségi oldalak tartalmát mutatják, amelyek értesülnek látogatásáról.',
      'közösségi média',
    ],
  }),
}
