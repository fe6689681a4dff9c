export type { GrantedBy, GrantId } from './vendors/follow-grant.js'
export {
  googleConsentMode,
  type GoogleConsentModeOptions,
  type GoogleConsentType,
} from './vendors/google-consent-mode.js'
export { metaConsent, type MetaConsentOptions } from './vendors/meta-consent.js'
export { clarityConsent, type ClarityConsentType, type ClarityConsentOptions } from './vendors/clarity-consent.js'
export { uetConsent, type UetConsentOptions } from './vendors/uet-consent.js'
