import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Russian.
 * Reviewed: 2026-11-28 (twice)
 */
export const ru: Locale = {
  locale: 'ru',
  dir: 'ltr',
  title: 'Файлы cookie на сайте',
  description:
    'С вашего согласия мы{partners} сохраняем и читаем данные на вашем устройстве. Цель: {purposes}. Вы можете отказаться и в любое время изменить решение.',
  partners: ' и наши партнёры',
  notice:
    'Мы{partners} сохраняем и читаем данные на вашем устройстве. Цель: {purposes}. Вы можете отказаться в любое время.',
  dismiss: 'OK',
  privacyChoices: 'Настройки приватности',
  changes: 'Новое после вашего последнего выбора: {changes}',
  gpc: 'Отказ учтён: ваш браузер просит сайты не продавать и не передавать ваши данные (Global Privacy Control).',
  accept: 'Принять все',
  reject: 'Отклонить все',
  customize: 'Настройки',
  policy: 'Конфиденциальность',
  preferences: 'Настройки cookie',
  preferencesDescription:
    'Выберите, что может сохранять этот сайт. Ваш выбор действует {duration}, затем мы спросим снова.',
  save: 'Сохранить выбор',
  saved: 'Настройки cookie сохранены.',
  close: 'Закрыть',
  alwaysActive: 'Всегда активны',
  cookies: 'Файлы cookie ({count})',
  serviceCount: 'Сервисы ({count})',
  storage: 'Хранилище браузера',
  session: 'Сеанс',
  cookie: 'Файл cookie',
  provider: 'Поставщик',
  purpose: 'Цель',
  duration: 'Срок хранения',
  category: 'Категория',
  thisSite: 'Этот сайт',
  notStated: 'Не указано',
  frame: 'Источник контента: {name}. Поставщик узнаёт о вашем визите и может сохранять файлы cookie.',
  showOnce: 'Показать один раз',
  showAlways: 'Показывать всегда',
  categories: /* @__PURE__ */ known({
    essential: [
      'Необходимые cookie',
      'Нужны для работы сайта, например для входа, безопасности и этого выбора.',
      'работа сайта',
    ],
    functional: ['Функциональные cookie', 'Запоминают ваши настройки, например язык и тему.', 'ваши настройки'],
    analytics: ['Аналитические cookie', 'Показывают нам, как используется сайт, чтобы мы его улучшали.', 'статистика'],
    marketing: ['Рекламные cookie', 'Показывают рекламу по вашим интересам и измеряют её эффективность.', 'реклама'],
    social: [
      'Cookie социальных сетей',
      'Показывают контент социальных сетей, которые узнают о вашем визите.',
      'социальные сети',
    ],
  }),
}
