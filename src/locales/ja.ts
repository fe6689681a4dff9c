import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Japanese.
 * Reviewed: 2026-11-28 (twice)
 */
export const ja: Locale = {
  locale: 'ja',
  dir: 'ltr',
  title: '当サイトのCookieについて',
  description:
    'お客様の同意を得て、当サイト{partners}は次の目的でお使いの端末に情報を保存し、読み取ります：{purposes}。拒否することも、いつでも選択を変更することもできます。',
  partners: 'とパートナー',
  notice: '当サイト{partners}は次の目的でお使いの端末に情報を保存し、読み取ります：{purposes}。いつでも拒否できます。',
  dismiss: 'OK',
  privacyChoices: 'プライバシーの選択',
  changes: '前回の選択以降に追加された内容：{changes}',
  gpc: 'オプトアウトの要求に応じました：お使いのブラウザは、データを販売または共有しないようサイトに求めています（Global Privacy Control）。',
  accept: 'すべて同意する',
  reject: 'すべて拒否する',
  customize: '設定する',
  policy: 'プライバシーポリシー',
  preferences: 'Cookieの設定',
  preferencesDescription:
    '当サイトが保存してよいものを選択してください。選択の有効期間は{duration}で、その後あらためて確認します。',
  save: '選択を保存',
  saved: 'Cookieの設定を保存しました。',
  close: '閉じる',
  alwaysActive: '常に有効',
  cookies: 'Cookie（{count}）',
  serviceCount: 'サービス（{count}）',
  storage: 'ブラウザのストレージ',
  session: 'セッション',
  cookie: 'Cookie',
  provider: '提供元',
  purpose: '利用目的',
  duration: '保存期間',
  category: 'カテゴリ',
  thisSite: '当サイト',
  notStated: '記載なし',
  frame:
    'このコンテンツの提供元は{name}です。表示すると閲覧したことが提供元に伝わり、Cookieが保存される場合があります。',
  showOnce: '今回のみ表示',
  showAlways: '常に表示',
  categories: /* @__PURE__ */ known({
    essential: ['必須Cookie', 'ログイン、セキュリティ、この選択の保存など、サイトの動作に必要です。', 'サイトの動作'],
    functional: ['機能Cookie', '言語やテーマなどの設定を記憶します。', '設定の記憶'],
    analytics: ['分析Cookie', 'サイトの利用状況を把握し、改善に役立てます。', '統計'],
    marketing: ['マーケティングCookie', '関心に合った広告を表示し、その効果を測定します。', '広告'],
    social: ['SNS連携Cookie', 'SNSのコンテンツを表示します。閲覧したことがSNSに伝わります。', 'SNS連携'],
  }),
}
