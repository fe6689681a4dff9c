export { consentHandler, type ConsentHandlerOptions, type DecisionContext } from './server/endpoint/consent-handler.js'
export { parseCookie } from './server/request.js'
export type { ChoiceName } from './core/decision/choice.js'
export type { CookieChange, CookieDrop, CookieEdit, CookieUndeclared } from './server/policy/cookie-rules.js'
export type { CookieRules } from './server/policy/cookie-rules.js'
export { hardenSetCookies } from './server/policy/harden-set-cookies.js'
export { secureCookies } from './server/policy/secure-cookies.js'
export { readConsent, type ReadConsentOptions, type ServerConsent } from './server/consent/read-consent.js'
export type { RequestLike } from './server/request.js'
export { BadSignature, SignatureExpired } from './server/signing/bad-signature.js'
export { dumps, loads, type DumpsOptions, type LoadsOptions } from './server/signing/dumps.js'
export { Sealer, type SealerOptions } from './server/signing/sealer.js'
export { Signer, type SignerOptions, type SignObjectOptions } from './server/signing/signer.js'
export { TimestampSigner, type TimestampSignerOptions, type UnsignOptions } from './server/signing/timestamp-signer.js'
export { createCookies, type CookiesOptions } from './server/cookies/create-cookies.js'
export type {
  Cookies,
  DeletedNames,
  PreferenceResults,
  Preferences,
  SetOptions,
  SetResult,
  SetSignedOptions,
  SignedOptions,
  SignedResult,
  Wire,
} from './server/cookies/cookies.js'
export type { CookieSalt } from './server/signing/timestamp-signer.js'
