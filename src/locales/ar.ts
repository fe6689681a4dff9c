import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Modern Standard Arabic.
 * Reviewed: 2026-11-28 (twice)
 */
export const ar: Locale = {
  locale: 'ar',
  dir: 'rtl',
  title: 'ملفات تعريف الارتباط في هذا الموقع',
  description:
    'بموافقتك، نخزّن{partners} بيانات على جهازك ونقرؤها للأغراض التالية: {purposes}. يمكنك الرفض وتغيير رأيك في أي وقت.',
  partners: ' نحن وشركاؤنا',
  notice: 'نخزّن{partners} بيانات على جهازك ونقرؤها للأغراض التالية: {purposes}. يمكنك الرفض في أي وقت.',
  dismiss: 'حسنًا',
  privacyChoices: 'خيارات خصوصيتك',
  changes: 'الجديد منذ اختيارك الأخير: {changes}',
  gpc: 'تمت مراعاة رفضك: يطلب متصفحك من المواقع عدم بيع بياناتك أو مشاركتها (Global Privacy Control).',
  accept: 'قبول الكل',
  reject: 'رفض الكل',
  customize: 'تخصيص',
  policy: 'سياسة الخصوصية',
  preferences: 'إعدادات ملفات الارتباط',
  preferencesDescription: 'يمكنك تحديد ما يجوز لهذا الموقع تخزينه. مدة حفظ اختيارك: {duration}، ثم نسألك مجددًا.',
  save: 'حفظ الاختيارات',
  saved: 'حُفظت إعدادات ملفات الارتباط.',
  close: 'إغلاق',
  alwaysActive: 'مفعّلة دائمًا',
  cookies: 'ملفات الارتباط ({count})',
  serviceCount: 'الخدمات ({count})',
  storage: 'تخزين المتصفح',
  session: 'الجلسة',
  cookie: 'ملف الارتباط',
  provider: 'المزوّد',
  purpose: 'الغرض',
  duration: 'المدة',
  category: 'الفئة',
  thisSite: 'هذا الموقع',
  notStated: 'غير محددة',
  frame: 'هذا المحتوى من {name}. سيعلم المزوّد بزيارتك وقد يضع ملفات ارتباط.',
  showOnce: 'عرض مرة واحدة',
  showAlways: 'عرض دائمًا',
  categories: /* @__PURE__ */ known({
    essential: ['ملفات الارتباط الضرورية', 'لازمة لعمل الموقع، مثل تسجيل الدخول والأمان وهذا الاختيار.', 'عمل الموقع'],
    functional: ['ملفات الارتباط الوظيفية', 'تتذكر تفضيلاتك، مثل اللغة والمظهر.', 'تفضيلاتك'],
    analytics: ['ملفات الارتباط التحليلية', 'تُظهر لنا كيفية استخدام الموقع لنحسّنه.', 'الإحصاءات'],
    marketing: ['ملفات الارتباط التسويقية', 'تعرض إعلانات تناسب اهتماماتك وتقيس أثرها.', 'الإعلانات'],
    social: [
      'ملفات ارتباط شبكات التواصل',
      'تعرض محتوى من شبكات التواصل الاجتماعي، التي ستعلم بزيارتك.',
      'شبكات التواصل',
    ],
  }),
}
