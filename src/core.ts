export { ConsentError, type ConsentErrorCode } from './core/errors.js'
export type { CookieAttributes, SetCookie } from './core/cookies/attributes.js'
export type { Jar, RemoveOptions, WriteFailure, WriteOptions, WriteResult } from './core/cookies/jar.js'
export { createMemoryJar, type MemoryJarOptions } from './core/cookies/memory-jar.js'
export { parseCookie, type ParseCookieOptions } from './core/cookies/parse-cookie.js'
export { parseSetCookie, type ParseSetCookieOptions } from './core/cookies/parse-set-cookie.js'
export { stringifySetCookie, type StringifySetCookieOptions } from './core/cookies/stringify-set-cookie.js'
export { checkSetCookie, type Finding, type FindingCode, type SetCookieContext } from './core/lint/check-set-cookie.js'
export type { FindingSeverity } from './core/lint/findings.js'
export { isCookieName } from './core/cookies/cookie-name.js'
export { decodeValue } from './core/cookies/cookie-value.js'
export { encodeValue } from './core/cookies/cookie-value.js'
export { decodePythonValue } from './core/cookies/cookie-value.js'
export { encodePythonValue } from './core/cookies/cookie-value.js'
export { byteLength } from './core/cookies/limits.js'
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
export type { StandardSchema, StandardResult, OutputOf } from './core/cookies/codec.js'
export type {
  CategoryConfig,
  ConsentConfig,
  ConsentCookieConfig,
  CookieDeclaration,
  CookieEntry,
  Pattern,
  Regime,
  ServiceConfig,
} from './core/declaration/config.js'
export { matchLocale } from './core/words/match-locale.js'
export type { Text } from './core/words/text.js'
export type { Categories, Consent, Granted, Owner } from './core/declaration/consent.js'
export { defineConsent } from './core/declaration/define-consent.js'
export {
  grantFor,
  statusOf,
  type ConsentStatus,
  type Grant,
  type GrantOptions,
  type Signals,
} from './core/decision/grant.js'
export { askingFor, type Asking, type AskingOptions } from './core/decision/asking.js'
export { knownRegimes, regimeByRegion } from './core/decision/regime-by-region.js'
export { regionOf, type RegionHeaders } from './core/decision/region-of.js'
export { isGranted, type Condition, type Requirement } from './core/decision/condition.js'
export { compilePattern, type Matcher } from './core/declaration/pattern.js'
export type { ImportedChoice, Importer, ImportMap, ImportOptions, StoredChoice } from './core/import/importer.js'
export { importRecord } from './core/import/find-import.js'
export { parseRecord, stringifyRecord, type Choice, type ConsentRecord, type Via } from './core/decision/record.js'
// A star, because TypeScript merges a `declare module 'assent' { interface Register … }` only through stars.
export type * from './core/declaration/register.js'
export type { CookieSource, HeaderSource } from './core/decision/read-request.js'
export { embedSnapshot, snapshotOf, type Snapshot } from './core/decision/snapshot.js'
export { readSignals } from './browser/page.js'
export { readSnapshot } from './browser/page.js'
export { createConsentStore } from './store/create-consent-store.js'
export type { ConsentStore } from './store/create-consent-store.js'
export type { ConsentStoreOptions, ErrorListener } from './store/wired-store.js'
export type { ConsentCookies, CookieRef, CookieState, CookieValue } from './store/cookies.js'
export { reloadOnWithdraw, type ReloadOptions } from './browser/reload-on-withdraw.js'
export type {
  ChangeListener,
  ChangeReason,
  ConsentActions,
  ConsentChange,
  ConsentState,
  DecisionListener,
  DecisionReason,
  Erasure,
  ErasureListener,
  StateOf,
} from './store/consent-state.js'
export { createBrowserJar } from './browser/jar/browser-jar.js'
export { createBrowserStorage } from './browser/browser-storage.js'
export type { Erased, PageStorage, Remainder, Settle, Trace, TraceKind } from './core/page-storage.js'
export { importChoice, type ImportTarget } from './browser/import-choice.js'
export { postChoices, type ChoiceSource, type PostChoicesOptions } from './browser/post-choices.js'
export { watchTags, type WatchTagsOptions } from './browser/tags/watch-tags.js'
export type { GrantSource } from './browser/tags/script-registry.js'
export type { ScriptPolicy } from './browser/tags/script-element.js'
export { beforePaintHash, beforePaintScript } from './browser/before-paint/script.js'
export { auditCookies, type AuditOptions, type AuditSource } from './browser/audit-cookies.js'
export type { Audit, AuditEntry, FoundTrace } from './core/audit/audit.js'
export type { AuditLimit } from './core/audit/audit.js'
