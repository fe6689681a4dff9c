export { ConsentError, type ConsentErrorCode } from './core/errors.js'
export type { CookieAttributes, SetCookie } from './core/cookies/attributes.js'
export type { Jar, RemoveOptions, WriteFailure, WriteOptions, WriteResult } from './core/cookies/jar.js'
export { createMemoryJar, type MemoryJarOptions } from './core/cookies/memory-jar.js'
export { parseCookie, type ParseCookieOptions } from './core/cookies/parse-cookie.js'
export { parseSetCookie, type ParseSetCookieOptions } from './core/cookies/parse-set-cookie.js'
export { stringifySetCookie, type StringifySetCookieOptions } from './core/cookies/stringify-set-cookie.js'
export { checkSetCookie, type SetCookieContext } from './core/cookies/check-set-cookie.js'
export type { Finding, FindingCode, FindingSeverity } from './core/cookies/findings.js'
export { isCookieName } from './core/cookies/cookie-name.js'
export { decodeValue } from './core/cookies/decode-value.js'
export { encodeValue } from './core/cookies/encode-value.js'
export { decodePythonValue } from './core/cookies/decode-python-value.js'
export { encodePythonValue } from './core/cookies/encode-python-value.js'
export { byteLength } from './core/cookies/byte-length.js'
export {
  COOKIE_HEADER_BYTES,
  COOKIES_PER_HOST,
  COOKIES_PER_HOST_CHROMIUM,
  COOKIES_TOTAL,
  MAX_AGE_SECONDS,
  MAX_ATTRIBUTE_VALUE_BYTES,
  MAX_NAME_VALUE_BYTES,
  SAFARI_SCRIPT_COOKIE_SECONDS,
  TOTAL_BYTES,
} from './core/cookies/limits.js'
export {
  days,
  defineCookie,
  type CookieDefinition,
  type CookieInfo,
  type CookieOptions,
  type CookieSide,
} from './core/cookies/define-cookie.js'
export type { StandardSchema, StandardResult, OutputOf } from './core/cookies/standard-schema.js'
export type {
  CategoryConfig,
  ConsentConfig,
  ConsentCookieConfig,
  CookieDeclaration,
  CookieEntry,
  Pattern,
  Regime,
  ServiceConfig,
} from './core/consent/config.js'
export { defineConsent, type Categories, type Consent, type Owner } from './core/consent/consent.js'
export {
  grantFor,
  statusOf,
  type ConsentStatus,
  type Grant,
  type GrantOptions,
  type Signals,
} from './core/consent/grant.js'
export { knownRegimes, regimeByRegion } from './core/consent/regime-by-region.js'
export { regionOf, type RegionHeaders } from './core/consent/region-of.js'
export { isGranted, type Condition, type Requirement } from './core/consent/condition.js'
export { compilePattern, type Matcher } from './core/consent/pattern.js'
export type { ImportedChoice, Importer, ImportMap, ImportOptions, StoredChoice } from './core/consent/importer.js'
export { importRecord } from './core/consent/import-record.js'
export { parseRecord, stringifyRecord, type Choice, type ConsentRecord, type Via } from './core/consent/record.js'
// A star, because TypeScript merges a `declare module 'assent' { interface Register … }` only through stars.
export type * from './core/consent/register.js'
export type { CookieSource, HeaderSource } from './core/consent/read-request.js'
export { embedSnapshot, snapshotOf, type Snapshot } from './core/consent/snapshot.js'
export { readSignals } from './browser/read-signals.js'
export { readSnapshot } from './browser/read-snapshot.js'
export { createConsentStore, type ConsentStore } from './store/create-consent-store.js'
export type { ConsentStoreOptions } from './store/consent-store-options.js'
export { reloadOnWithdraw, type ReloadOptions } from './store/reload-on-withdraw.js'
export type {
  ConsentActions,
  ConsentState,
  DecisionListener,
  DecisionReason,
  Erasure,
  ErasureListener,
  StateOf,
} from './store/consent-state.js'
export { createBrowserJar } from './browser/browser-jar.js'
export { createBrowserStorage } from './browser/browser-storage.js'
export type { Erased, PageStorage, Remainder, Settle, Trace, TraceKind } from './core/page-storage.js'
export { importChoice, type ImportTarget } from './browser/import-choice.js'
export { postChoices, type ChoiceSource, type PostChoicesOptions } from './browser/post-choices.js'
export { watchTags, type WatchTagsOptions } from './browser/watch-tags.js'
export type { GrantSource } from './browser/grant-source.js'
export type { ScriptPolicy } from './browser/script-policy.js'
export { beforePaintHash, beforePaintScript } from './browser/before-paint.js'
export { auditCookies, type AuditOptions, type AuditSource } from './browser/audit-cookies.js'
export type { Audit, AuditEntry, FoundTrace } from './core/audit/audit.js'
export type { AuditLimit } from './core/audit/limits-of.js'
