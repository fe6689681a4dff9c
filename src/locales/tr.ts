import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Turkish.
 * Reviewed: 2026-11-28 (twice)
 */
export const tr: Locale = {
  locale: 'tr',
  dir: 'ltr',
  title: 'Bu sitedeki çerezler',
  description:
    'Açık rızanızla cihazınızda{partners} şu amaçlarla veri saklıyor ve okuyoruz: {purposes}. Reddedebilir, kararınızı istediğiniz zaman değiştirebilirsiniz.',
  partners: ' iş ortaklarımızla birlikte',
  notice:
    'Cihazınızda{partners} şu amaçlarla veri saklıyor ve okuyoruz: {purposes}. İstediğiniz zaman reddedebilirsiniz.',
  dismiss: 'Tamam',
  privacyChoices: 'Gizlilik tercihleriniz',
  changes: 'Son seçiminizden sonra eklenenler: {changes}',
  gpc: 'Ret talebiniz dikkate alındı: tarayıcınız sitelerden verilerinizi satmamalarını ve paylaşmamalarını istiyor (Global Privacy Control).',
  accept: 'Çerezleri kabul et',
  reject: 'Çerezleri reddet',
  customize: 'Özelleştir',
  policy: 'Gizlilik politikası',
  preferences: 'Çerez tercihleri',
  preferencesDescription:
    'Bu sitenin neleri saklayabileceğini seçin. Seçiminiz {duration} geçerlidir, sonra yeniden sorarız.',
  save: 'Seçimi kaydet',
  saved: 'Çerez tercihleri kaydedildi.',
  close: 'Kapat',
  alwaysActive: 'Her zaman etkin',
  cookies: 'Çerezler ({count})',
  serviceCount: 'Hizmetler ({count})',
  storage: 'Tarayıcı depolaması',
  session: 'Oturum',
  cookie: 'Çerez',
  provider: 'Sağlayıcı',
  purpose: 'Amaç',
  duration: 'Süre',
  category: 'Kategori',
  thisSite: 'Bu site',
  notStated: 'Belirtilmemiş',
  frame: 'Bu içerik {name} tarafından sağlanıyor. Sağlayıcı ziyaretinizi öğrenir ve çerez yerleştirebilir.',
  showOnce: 'Bir kez göster',
  showAlways: 'Her zaman göster',
  categories: /* @__PURE__ */ known({
    essential: [
      'Zorunlu çerezler',
      'Sitenin çalışması için gereklidir; örneğin oturum açma, güvenlik ve bu seçim için.',
      'sitenin çalışması',
    ],
    functional: ['İşlevsel çerezler', 'Dil ve tema gibi tercihlerinizi hatırlar.', 'tercihleriniz'],
    analytics: ['Analitik çerezler', 'Siteyi iyileştirebilmemiz için nasıl kullanıldığını gösterir.', 'istatistik'],
    marketing: ['Pazarlama çerezleri', 'İlgi alanlarınıza uygun reklamlar gösterir ve etkilerini ölçer.', 'reklam'],
    social: ['Sosyal medya çerezleri', 'Ziyaretinizi öğrenen sosyal ağların içeriklerini gösterir.', 'sosyal medya'],
  }),
}
