import { known } from '../core/words/known.js'
import type { Locale } from '../core/words/messages.js'

/**
 * Korean.
 * Reviewed: 2026-11-28 (twice)
 */
export const ko: Locale = {
  locale: 'ko',
  dir: 'ltr',
  title: '이 사이트의 쿠키',
  description:
    '동의하시면 저희{partners}는 다음 목적으로 기기에 정보를 저장하고 읽습니다: {purposes}. 거부할 수 있으며, 언제든지 선택을 바꿀 수 있습니다.',
  partners: '와 파트너',
  notice: '저희{partners}는 다음 목적으로 기기에 정보를 저장하고 읽습니다: {purposes}. 언제든지 거부할 수 있습니다.',
  dismiss: '확인',
  privacyChoices: '개인정보 보호 선택',
  changes: '지난 선택 이후 추가된 내용: {changes}',
  gpc: '거부 요청이 반영되었습니다: 브라우저가 사이트에 개인정보를 판매하거나 공유하지 말 것을 요청합니다(Global Privacy Control).',
  accept: '모두 동의',
  reject: '모두 거부',
  customize: '맞춤 설정',
  policy: '개인정보 처리방침',
  preferences: '쿠키 설정',
  preferencesDescription:
    '이 사이트가 저장할 수 있는 항목을 선택하세요. 선택은 {duration} 동안 유지되며, 이후 다시 묻습니다.',
  save: '선택 저장',
  saved: '쿠키 설정을 저장했습니다.',
  close: '닫기',
  alwaysActive: '항상 사용',
  cookies: '쿠키({count})',
  serviceCount: '서비스({count})',
  storage: '브라우저 저장소',
  session: '세션',
  cookie: '쿠키',
  provider: '제공자',
  purpose: '목적',
  duration: '보유 기간',
  category: '분류',
  thisSite: '이 사이트',
  notStated: '명시되지 않음',
  frame: '이 콘텐츠의 출처는 {name}입니다. 제공자는 방문 사실을 알게 되며 쿠키를 설정할 수 있습니다.',
  showOnce: '한 번만 표시',
  showAlways: '항상 표시',
  categories: /* @__PURE__ */ known({
    essential: ['필수 쿠키', '로그인, 보안, 이 선택의 저장 등 사이트 작동에 필요합니다.', '사이트 작동'],
    functional: ['기능 쿠키', '언어와 테마 등 설정을 기억합니다.', '환경 설정'],
    analytics: ['분석 쿠키', '사이트가 어떻게 이용되는지 파악해 개선합니다.', '통계'],
    marketing: ['마케팅 쿠키', '관심사에 맞는 광고를 표시하고 효과를 측정합니다.', '광고'],
    social: [
      '소셜 미디어 쿠키',
      '소셜 미디어의 콘텐츠를 표시하며, 방문 사실이 소셜 미디어에 전달됩니다.',
      '소셜 미디어',
    ],
  }),
}
