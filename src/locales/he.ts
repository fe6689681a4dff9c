import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Hebrew.
 * Reviewed: 2026-11-28 (twice)
 */
export const he: Locale = {
  locale: 'he',
  dir: 'rtl',
  title: 'עוגיות באתר זה',
  description:
    'בהסכמתכם, אנחנו{partners} שומרים וקוראים מידע במכשיר שלכם למטרות אלה: {purposes}. אפשר לסרב, ולשנות את ההחלטה בכל עת.',
  partners: ' והשותפים שלנו',
  notice: 'אנחנו{partners} שומרים וקוראים מידע במכשיר שלכם למטרות אלה: {purposes}. אפשר לסרב בכל עת.',
  dismiss: 'הבנתי',
  privacyChoices: 'בחירות הפרטיות שלכם',
  changes: 'חדש מאז הבחירה האחרונה שלכם: {changes}',
  gpc: 'בקשת הסירוב כובדה: הדפדפן שלכם מבקש מאתרים לא למכור ולא לשתף את המידע שלכם (Global Privacy Control).',
  accept: 'אישור הכול',
  reject: 'דחיית הכול',
  customize: 'התאמה אישית',
  policy: 'מדיניות פרטיות',
  preferences: 'הגדרות עוגיות',
  preferencesDescription: 'בחרו מה מותר לאתר זה לשמור. הבחירה תקפה למשך {duration}, ואז נשאל שוב.',
  save: 'שמירת הבחירה',
  saved: 'הגדרות העוגיות נשמרו.',
  close: 'סגירה',
  alwaysActive: 'פעילות תמיד',
  cookies: 'עוגיות ({count})',
  serviceCount: 'שירותים ({count})',
  storage: 'אחסון בדפדפן',
  session: 'עד סגירת הדפדפן',
  cookie: 'עוגייה',
  provider: 'ספק',
  purpose: 'מטרה',
  duration: 'משך',
  category: 'קטגוריה',
  thisSite: 'אתר זה',
  notStated: 'לא צוין',
  frame: 'תוכן זה מסופק על ידי {name}. הספק יידע על הביקור שלכם ועשוי לשמור עוגיות.',
  showOnce: 'להציג פעם אחת',
  showAlways: 'להציג תמיד',
  categories: /* @__PURE__ */ known({
    essential: ['עוגיות הכרחיות', 'דרושות לפעולת האתר, כגון כניסה לחשבון, אבטחה ובחירה זו.', 'פעולת האתר'],
    functional: ['עוגיות פונקציונליות', 'זוכרות את ההעדפות שלכם, כגון שפה ועיצוב.', 'ההעדפות שלכם'],
    analytics: ['עוגיות אנליטיות', 'מראות לנו איך משתמשים באתר, כדי שנוכל לשפר אותו.', 'סטטיסטיקה'],
    marketing: ['עוגיות שיווק', 'מציגות פרסומות לפי תחומי העניין שלכם ומודדות את השפעתן.', 'פרסום'],
    social: ['עוגיות רשתות חברתיות', 'מציגות תוכן מרשתות חברתיות, שיידעו על הביקור שלכם.', 'רשתות חברתיות'],
  }),
}
