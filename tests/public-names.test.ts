import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { entries } from '../scripts/entries.mjs'

const root = path.resolve(import.meta.dirname, '..')
const load = (entry: string) => import(/* @vite-ignore */ entry) as Promise<object>

afterEach(() => {
  vi.resetModules()
})

it('are these', async () => {
  const names = await Promise.all(
    entries.map(async ({ specifier }) => [specifier, Object.keys(await load(specifier)).sort()] as const),
  )
  expect(Object.fromEntries(names)).toMatchInlineSnapshot(`
    {
      "assent": [
        "Banner",
        "BeforePaint",
        "COOKIES_PER_HOST",
        "COOKIES_PER_HOST_CHROMIUM",
        "COOKIES_TOTAL",
        "COOKIE_HEADER_BYTES",
        "ConsentBanner",
        "ConsentError",
        "ConsentFrame",
        "ConsentGate",
        "ConsentProvider",
        "ConsentScript",
        "CookieTable",
        "Form",
        "Frame",
        "MAX_AGE_SECONDS",
        "MAX_ATTRIBUTE_VALUE_BYTES",
        "MAX_NAME_VALUE_BYTES",
        "Panel",
        "PreferencesButton",
        "PreferencesForm",
        "PreferencesPanel",
        "SAFARI_SCRIPT_COOKIE_SECONDS",
        "TOTAL_BYTES",
        "askingFor",
        "auditCookies",
        "beforePaintHash",
        "beforePaintScript",
        "byteLength",
        "checkSetCookie",
        "compilePattern",
        "createBrowserJar",
        "createBrowserStorage",
        "createConsentStore",
        "createMemoryJar",
        "days",
        "decodePythonValue",
        "decodeValue",
        "defineConsent",
        "defineCookie",
        "embedSnapshot",
        "en",
        "enFrame",
        "encodePythonValue",
        "encodeValue",
        "grantFor",
        "importChoice",
        "importRecord",
        "isCookieName",
        "isGranted",
        "knownRegimes",
        "matchLocale",
        "parseCookie",
        "parseRecord",
        "parseSetCookie",
        "postChoices",
        "readSignals",
        "readSnapshot",
        "regimeByRegion",
        "regionOf",
        "reloadOnWithdraw",
        "snapshotOf",
        "statusOf",
        "stringifyRecord",
        "stringifySetCookie",
        "useConsent",
        "useConsentActions",
        "useConsentStore",
        "useCookie",
        "usePreferences",
        "watchTags",
      ],
      "assent/core": [
        "COOKIES_PER_HOST",
        "COOKIES_PER_HOST_CHROMIUM",
        "COOKIES_TOTAL",
        "COOKIE_HEADER_BYTES",
        "ConsentError",
        "MAX_AGE_SECONDS",
        "MAX_ATTRIBUTE_VALUE_BYTES",
        "MAX_NAME_VALUE_BYTES",
        "SAFARI_SCRIPT_COOKIE_SECONDS",
        "TOTAL_BYTES",
        "askingFor",
        "auditCookies",
        "beforePaintHash",
        "beforePaintScript",
        "byteLength",
        "checkSetCookie",
        "compilePattern",
        "createBrowserJar",
        "createBrowserStorage",
        "createConsentStore",
        "createMemoryJar",
        "days",
        "decodePythonValue",
        "decodeValue",
        "defineConsent",
        "defineCookie",
        "embedSnapshot",
        "encodePythonValue",
        "encodeValue",
        "grantFor",
        "importChoice",
        "importRecord",
        "isCookieName",
        "isGranted",
        "knownRegimes",
        "matchLocale",
        "parseCookie",
        "parseRecord",
        "parseSetCookie",
        "postChoices",
        "readSignals",
        "readSnapshot",
        "regimeByRegion",
        "regionOf",
        "reloadOnWithdraw",
        "snapshotOf",
        "statusOf",
        "stringifyRecord",
        "stringifySetCookie",
        "watchTags",
      ],
      "assent/devtools": [
        "ConsentDevtools",
      ],
      "assent/guard": [
        "startGuard",
      ],
      "assent/import/c15t": [
        "fromC15t",
      ],
      "assent/import/cookiebot": [
        "fromCookiebot",
      ],
      "assent/import/django-cookie-consent": [
        "fromDjangoCookieConsent",
      ],
      "assent/import/klaro": [
        "fromKlaro",
      ],
      "assent/import/onetrust": [
        "fromOnetrust",
      ],
      "assent/import/orejime": [
        "fromOrejime",
      ],
      "assent/import/osano": [
        "fromOsano",
      ],
      "assent/import/react-cookie-consent": [
        "fromReactCookieConsent",
      ],
      "assent/import/react-cookie-manager": [
        "fromReactCookieManager",
      ],
      "assent/import/react-hook-consent": [
        "fromReactHookConsent",
      ],
      "assent/import/tarteaucitron": [
        "fromTarteaucitron",
      ],
      "assent/import/vanilla-cookieconsent": [
        "fromVanillaCookieconsent",
      ],
      "assent/locales": [
        "loadLocale",
        "locales",
      ],
      "assent/locales/ar": [
        "ar",
      ],
      "assent/locales/bg": [
        "bg",
      ],
      "assent/locales/ca": [
        "ca",
      ],
      "assent/locales/cs": [
        "cs",
      ],
      "assent/locales/da": [
        "da",
      ],
      "assent/locales/de": [
        "de",
      ],
      "assent/locales/el": [
        "el",
      ],
      "assent/locales/en": [
        "en",
      ],
      "assent/locales/en-GB": [
        "enGB",
      ],
      "assent/locales/es": [
        "es",
      ],
      "assent/locales/es-419": [
        "es419",
      ],
      "assent/locales/et": [
        "et",
      ],
      "assent/locales/fa": [
        "fa",
      ],
      "assent/locales/fi": [
        "fi",
      ],
      "assent/locales/fr": [
        "fr",
      ],
      "assent/locales/fr-CA": [
        "frCA",
      ],
      "assent/locales/ga": [
        "ga",
      ],
      "assent/locales/he": [
        "he",
      ],
      "assent/locales/hi": [
        "hi",
      ],
      "assent/locales/hr": [
        "hr",
      ],
      "assent/locales/hu": [
        "hu",
      ],
      "assent/locales/id": [
        "id",
      ],
      "assent/locales/is": [
        "is",
      ],
      "assent/locales/it": [
        "it",
      ],
      "assent/locales/ja": [
        "ja",
      ],
      "assent/locales/ko": [
        "ko",
      ],
      "assent/locales/lt": [
        "lt",
      ],
      "assent/locales/lv": [
        "lv",
      ],
      "assent/locales/mt": [
        "mt",
      ],
      "assent/locales/nb": [
        "nb",
      ],
      "assent/locales/nl": [
        "nl",
      ],
      "assent/locales/pl": [
        "pl",
      ],
      "assent/locales/pt": [
        "pt",
      ],
      "assent/locales/pt-BR": [
        "ptBR",
      ],
      "assent/locales/ro": [
        "ro",
      ],
      "assent/locales/ru": [
        "ru",
      ],
      "assent/locales/sk": [
        "sk",
      ],
      "assent/locales/sl": [
        "sl",
      ],
      "assent/locales/sr": [
        "sr",
      ],
      "assent/locales/sv": [
        "sv",
      ],
      "assent/locales/th": [
        "th",
      ],
      "assent/locales/tr": [
        "tr",
      ],
      "assent/locales/uk": [
        "uk",
      ],
      "assent/locales/vi": [
        "vi",
      ],
      "assent/locales/zh-Hans": [
        "zhHans",
      ],
      "assent/locales/zh-Hant": [
        "zhHant",
      ],
      "assent/node": [
        "consentMiddleware",
        "consentOf",
        "cookiesOf",
        "requestOf",
        "sendResponse",
      ],
      "assent/presets/amplitude": [
        "amplitude",
      ],
      "assent/presets/google-ads": [
        "googleAds",
      ],
      "assent/presets/google-analytics": [
        "googleAnalytics",
      ],
      "assent/presets/google-maps": [
        "googleMaps",
      ],
      "assent/presets/google-tag-manager": [
        "googleTagManager",
      ],
      "assent/presets/hotjar": [
        "hotjar",
      ],
      "assent/presets/hubspot": [
        "hubspot",
      ],
      "assent/presets/intercom": [
        "intercom",
      ],
      "assent/presets/linkedin-insight": [
        "linkedinInsight",
      ],
      "assent/presets/matomo": [
        "matomo",
      ],
      "assent/presets/meta-pixel": [
        "metaPixel",
      ],
      "assent/presets/microsoft-clarity": [
        "microsoftClarity",
      ],
      "assent/presets/mixpanel": [
        "mixpanel",
      ],
      "assent/presets/plausible": [
        "plausible",
      ],
      "assent/presets/posthog": [
        "posthog",
      ],
      "assent/presets/segment": [
        "segment",
      ],
      "assent/presets/stripe": [
        "stripe",
      ],
      "assent/presets/tiktok-pixel": [
        "tiktokPixel",
      ],
      "assent/presets/vimeo": [
        "vimeo",
      ],
      "assent/presets/youtube": [
        "youtube",
      ],
      "assent/server": [
        "BadSignature",
        "Sealer",
        "SignatureExpired",
        "Signer",
        "TimestampSigner",
        "consentHandler",
        "createCookies",
        "dumps",
        "hardenSetCookies",
        "loads",
        "parseCookie",
        "readConsent",
        "secureCookies",
      ],
      "assent/testing": [
        "ConsentTestingProvider",
        "createMemoryJar",
        "grant",
      ],
      "assent/vendors": [
        "clarityConsent",
        "googleConsentMode",
        "metaConsent",
        "uetConsent",
      ],
    }
  `)
})

it('have a source for each entry', () => {
  for (const { name } of entries) expect(existsSync(path.join(root, 'src', `${name}.ts`)), name).toBe(true)
})

describe.each(entries)('importing $specifier in plain Node', ({ specifier }) => {
  it('starts nothing and changes nothing', async () => {
    expect(typeof document).toBe('undefined')
    await load('zustand/vanilla')
    await load('react')
    const effects = [
      vi.spyOn(globalThis, 'setTimeout'),
      vi.spyOn(globalThis, 'setInterval'),
      vi.spyOn(globalThis, 'setImmediate'),
      vi.spyOn(globalThis, 'queueMicrotask'),
      vi.spyOn(globalThis, 'fetch'),
      vi.spyOn(EventTarget.prototype, 'addEventListener'),
      vi.spyOn(Date, 'now'),
      vi.spyOn(Math, 'random'),
      vi.spyOn(crypto, 'getRandomValues'),
      vi.spyOn(console, 'log'),
    ]
    const before = Object.getOwnPropertyNames(globalThis)
    await load(specifier)
    const calls = effects.map((effect) => effect.mock.calls)
    expect(calls.flat()).toEqual([])
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(before)
  })
})
