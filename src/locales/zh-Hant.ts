import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Traditional Chinese.
 * Reviewed: 2026-11-28 (twice)
 */
export const zhHant: Locale = {
  locale: 'zh-Hant',
  dir: 'ltr',
  title: '本網站的 Cookie',
  description:
    '經您同意，我們{partners}會在您的裝置上儲存及讀取資料，用於：{purposes}。您可以拒絕，也可以隨時變更選擇。',
  partners: '和合作夥伴',
  notice: '我們{partners}會在您的裝置上儲存及讀取資料，用於：{purposes}。您可以隨時拒絕。',
  dismiss: '知道了',
  privacyChoices: '您的隱私權選擇',
  changes: '自您上次選擇後的新內容：{changes}',
  gpc: '已遵循選擇退出要求：您的瀏覽器要求網站不得出售或分享您的資料（Global Privacy Control）。',
  accept: '全部接受',
  reject: '全部拒絕',
  customize: '自訂',
  policy: '隱私權政策',
  preferences: 'Cookie 設定',
  preferencesDescription: '請選擇本網站可以儲存的內容。您的選擇會保留 {duration}，之後我們會再次詢問。',
  save: '儲存選擇',
  saved: '已儲存 Cookie 設定。',
  close: '關閉',
  alwaysActive: '一律啟用',
  cookies: 'Cookie（{count}）',
  serviceCount: '服務（{count}）',
  storage: '瀏覽器儲存空間',
  session: '工作階段',
  cookie: 'Cookie',
  provider: '提供者',
  purpose: '目的',
  duration: '保存期限',
  category: '類別',
  thisSite: '本網站',
  notStated: '未說明',
  frame: '此內容來自 {name}。提供者會得知您的造訪，並可能設定 Cookie。',
  showOnce: '僅顯示一次',
  showAlways: '一律顯示',
  categories: /* @__PURE__ */ known({
    essential: ['必要 Cookie', '網站運作所必需，例如登入、安全性和儲存此選擇。', '網站運作'],
    functional: ['功能 Cookie', '記住您的偏好，例如語言和主題。', '您的偏好'],
    analytics: ['分析 Cookie', '讓我們了解網站的使用情況，以便改善。', '統計'],
    marketing: ['行銷 Cookie', '顯示符合您興趣的廣告，並衡量其成效。', '廣告'],
    social: ['社群媒體 Cookie', '顯示社群媒體的內容，社群媒體會得知您的造訪。', '社群媒體'],
  }),
}
