export * from './core.js'
export { ConsentProvider, type ConsentProviderProps } from './react/consent-provider.js'
export { BeforePaint } from './react/before-paint.js'
export { ConsentScript, type ConsentScriptProps } from './react/consent-script.js'
export { useConsent } from './react/use-consent.js'
export { useConsentActions } from './react/use-consent.js'
export { useConsentStore } from './react/use-consent.js'
export { useCookie } from './react/use-cookie.js'
export type { CookieStatus, CookieTuple, SetCookieValue } from './react/cookie-cell.js'
export {
  usePreferences,
  type PreferenceResults,
  type Preferences,
  type PreferencesStatus,
  type SetPreferences,
} from './react/use-preferences.js'
export { ConsentBanner, type ConsentBannerProps } from './components/banner/consent-banner.js'
export { PreferencesPanel, type PreferencesPanelProps } from './components/panel/preferences-panel.js'
export { PreferencesForm } from './components/form/preferences-form.js'
export { PreferencesButton } from './components/button/preferences-button.js'
export { ConsentGate, type ConsentGateProps } from './components/gate/consent-gate.js'
export { ConsentFrame, type ConsentFrameProps } from './components/frame/consent-frame.js'
export { CookieTable } from './components/table/cookie-table.js'
export * as Banner from './components/banner/parts.js'
export * as Panel from './components/panel/parts.js'
export * as Form from './components/form/parts.js'
export * as Frame from './components/frame/parts.js'
export type { Part, PartProps } from './components/shared/create-part.js'
export { en } from './locales/en.js'
export { enFrame } from './core/words/english.js'
export type {
  CategoryMessages,
  CategoryText,
  Direction,
  FrameMessages,
  KnownCategory,
  KnownText,
  Locale,
  Messages,
  PartialMessages,
  TableMessages,
} from './core/words/messages.js'
