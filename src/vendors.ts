export type { GrantedBy, GrantId } from './vendors/follow-grant.js'
export {
  googleConsentMode,
  type GoogleConsentModeOptions,
  type GoogleConsentType,
} from './vendors/google-consent-mode.js'
export { metaPixel, type MetaPixelOptions } from './vendors/meta-pixel.js'
export { microsoftClarity, type ClarityConsentType, type MicrosoftClarityOptions } from './vendors/microsoft-clarity.js'
export { microsoftUet, type MicrosoftUetOptions } from './vendors/microsoft-uet.js'
