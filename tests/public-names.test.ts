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
        "isCookieName",
        "isGranted",
        "parseCookie",
        "parseRecord",
        "parseSetCookie",
        "postChoices",
        "readSignals",
        "readSnapshot",
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
        "isCookieName",
        "isGranted",
        "parseCookie",
        "parseRecord",
        "parseSetCookie",
        "postChoices",
        "readSignals",
        "readSnapshot",
        "snapshotOf",
        "statusOf",
        "stringifyRecord",
        "stringifySetCookie",
        "watchTags",
      ],
      "assent/node": [
        "consentMiddleware",
        "consentOf",
        "cookiesOf",
        "requestOf",
        "sendResponse",
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
