import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Simplified Chinese.
 * Reviewed: 2026-11-28 (twice)
 */
export const zhHans: Locale = {
  locale: 'zh-Hans',
  dir: 'ltr',
  title: '本网站的 Cookie',
  description:
    '经您同意，我们{partners}会在您的设备上存储和读取数据，用于：{purposes}。您可以拒绝，也可以随时更改选择。',
  partners: '和合作伙伴',
  notice: '我们{partners}会在您的设备上存储和读取数据，用于：{purposes}。您可以随时拒绝。',
  dismiss: '知道了',
  privacyChoices: '您的隐私选择',
  changes: '自您上次选择以来的新内容：{changes}',
  gpc: '已遵从选择退出请求：您的浏览器要求网站不得出售或共享您的数据（Global Privacy Control）。',
  accept: '全部接受',
  reject: '全部拒绝',
  customize: '自定义',
  policy: '隐私政策',
  preferences: 'Cookie 设置',
  preferencesDescription: '请选择本网站可以存储的内容。您的选择会保留{duration}，之后我们会再次询问。',
  save: '保存选择',
  saved: 'Cookie 设置已保存。',
  close: '关闭',
  alwaysActive: '始终启用',
  cookies: 'Cookie（{count}）',
  serviceCount: '服务（{count}）',
  storage: '浏览器存储',
  session: '会话',
  cookie: 'Cookie',
  provider: '提供方',
  purpose: '目的',
  duration: '保存期限',
  category: '类别',
  thisSite: '本网站',
  notStated: '未说明',
  frame: '此内容来自 {name}。提供方会得知您的访问，并可能设置 Cookie。',
  showOnce: '仅显示一次',
  showAlways: '始终显示',
  categories: /* @__PURE__ */ known({
    essential: ['必要 Cookie', '网站运行所必需，例如登录、安全和保存此选择。', '网站运行'],
    functional: ['功能 Cookie', '记住您的偏好，例如语言和主题。', '您的偏好'],
    analytics: ['分析 Cookie', '让我们了解网站的使用情况，以便改进。', '统计'],
    marketing: ['营销 Cookie', '展示符合您兴趣的广告，并衡量其效果。', '广告'],
    social: ['社交媒体 Cookie', '展示社交媒体的内容，社交媒体会得知您的访问。', '社交媒体'],
  }),
}
