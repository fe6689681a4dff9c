import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Ukrainian.
 * Reviewed: 2026-11-28 (twice)
 */
export const uk: Locale = {
  locale: 'uk',
  dir: 'ltr',
  title: 'Файли cookie на сайті',
  description:
    'З вашої згоди ми{partners} зберігаємо й читаємо дані на вашому пристрої. Мета: {purposes}. Ви можете відмовитися й будь-коли змінити рішення.',
  partners: ' та наші партнери',
  notice:
    'Ми{partners} зберігаємо й читаємо дані на вашому пристрої. Мета: {purposes}. Ви можете будь-коли відмовитися.',
  dismiss: 'OK',
  privacyChoices: 'Вибір щодо приватності',
  changes: 'Нове після останнього вибору: {changes}',
  gpc: 'Відмову враховано: ваш браузер просить сайти не продавати й не передавати ваші дані (Global Privacy Control).',
  accept: 'Прийняти всі',
  reject: 'Відхилити всі',
  customize: 'Налаштувати',
  policy: 'Політика приватності',
  preferences: 'Налаштування cookie',
  preferencesDescription: 'Виберіть, що може зберігати цей сайт. Ваш вибір діє {duration}, потім ми запитаємо знову.',
  save: 'Зберегти вибір',
  saved: 'Налаштування cookie збережено.',
  close: 'Закрити',
  alwaysActive: 'Завжди активні',
  cookies: 'Файли cookie ({count})',
  serviceCount: 'Сервіси ({count})',
  storage: 'Сховище браузера',
  session: 'Сеанс',
  cookie: 'Файл cookie',
  provider: 'Постачальник',
  purpose: 'Мета',
  duration: 'Строк дії',
  category: 'Категорія',
  thisSite: 'Цей сайт',
  notStated: 'Не вказано',
  frame: 'Джерело вмісту: {name}. Постачальник дізнається про ваш візит і може зберігати файли cookie.',
  showOnce: 'Показати один раз',
  showAlways: 'Показувати завжди',
  categories: /* @__PURE__ */ known({
    essential: [
      'Необхідні cookie',
      'Потрібні для роботи сайту, як-от для входу, безпеки й цього вибору.',
      'робота сайту',
    ],
    functional: ['Функціональні cookie', 'Запам’ятовують ваші налаштування, як-от мову й тему.', 'ваші налаштування'],
    analytics: [
      'Аналітичні cookie',
      'Показують нам, як використовують сайт, щоб ми його вдосконалювали.',
      'статистика',
    ],
    marketing: ['Рекламні cookie', 'Показують рекламу за вашими інтересами й вимірюють її ефективність.', 'реклама'],
    social: [
      'Cookie соціальних мереж',
      'Показують вміст соціальних мереж, які дізнаються про ваш візит.',
      'соціальні мережі',
    ],
  }),
}
