import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Vietnamese.
 * Reviewed: 2026-11-28 (twice)
 */
export const vi: Locale = {
  locale: 'vi',
  dir: 'ltr',
  title: 'Cookie trên trang web này',
  description:
    'Nếu bạn đồng ý, chúng tôi{partners} sẽ lưu và đọc dữ liệu trên thiết bị của bạn cho mục đích: {purposes}. Bạn có thể từ chối và thay đổi lựa chọn bất cứ lúc nào.',
  partners: ' và các đối tác',
  notice:
    'Chúng tôi{partners} lưu và đọc dữ liệu trên thiết bị của bạn cho mục đích: {purposes}. Bạn có thể từ chối bất cứ lúc nào.',
  dismiss: 'OK',
  privacyChoices: 'Lựa chọn quyền riêng tư',
  changes: 'Mới kể từ lựa chọn trước của bạn: {changes}',
  gpc: 'Đã thực hiện yêu cầu từ chối: trình duyệt của bạn yêu cầu các trang web không bán hoặc chia sẻ dữ liệu của bạn (Global Privacy Control).',
  accept: 'Chấp nhận tất cả',
  reject: 'Từ chối tất cả',
  customize: 'Tùy chỉnh',
  policy: 'Chính sách bảo mật',
  preferences: 'Tùy chọn cookie',
  preferencesDescription:
    'Chọn những gì trang web này được phép lưu. Lựa chọn của bạn có hiệu lực trong {duration}, sau đó chúng tôi sẽ hỏi lại.',
  save: 'Lưu lựa chọn',
  saved: 'Đã lưu tùy chọn cookie.',
  close: 'Đóng',
  alwaysActive: 'Luôn bật',
  cookies: 'Cookie ({count})',
  serviceCount: 'Dịch vụ ({count})',
  storage: 'Bộ nhớ trình duyệt',
  session: 'Phiên',
  cookie: 'Cookie',
  provider: 'Nhà cung cấp',
  purpose: 'Mục đích',
  duration: 'Thời hạn',
  category: 'Loại',
  thisSite: 'Trang web này',
  notStated: 'Không nêu rõ',
  frame: 'Nội dung này đến từ {name}. Nhà cung cấp sẽ biết bạn truy cập và có thể đặt cookie.',
  showOnce: 'Hiện một lần',
  showAlways: 'Luôn hiện',
  categories: /* @__PURE__ */ known({
    essential: [
      'Cookie cần thiết',
      'Cần để trang web hoạt động, như đăng nhập, bảo mật và lựa chọn này.',
      'vận hành trang web',
    ],
    functional: ['Cookie chức năng', 'Ghi nhớ tùy chọn của bạn, như ngôn ngữ và giao diện.', 'tùy chọn của bạn'],
    analytics: ['Cookie phân tích', 'Cho chúng tôi biết trang web được sử dụng thế nào để cải thiện.', 'thống kê'],
    marketing: ['Cookie tiếp thị', 'Hiện quảng cáo theo sở thích của bạn và đo lường hiệu quả.', 'quảng cáo'],
    social: ['Cookie mạng xã hội', 'Hiện nội dung từ mạng xã hội; các mạng này sẽ biết bạn truy cập.', 'mạng xã hội'],
  }),
}
