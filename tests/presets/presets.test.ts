import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compilePattern, defineConsent, type CookieEntry, type ServiceConfig } from 'assent/core'
import { describe, expect, it } from 'vitest'
import { presets } from './all-presets.js'
import { rowOf, sourcesOf } from './row-of.js'

const folder = path.resolve(import.meta.dirname, '../../src/presets')
const files = readdirSync(folder)
const fileOf = (name: string): string => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`
const sourceOf = (name: string): string => readFileSync(path.join(folder, fileOf(name)), 'utf8')
const all: [string, ServiceConfig][] = Object.entries(presets)

const consent = defineConsent({
  version: 1,
  categories: { tools: { name: 'Tools', description: 'All of them.', services: presets } },
})
const servicesOf = (cookie: string) => consent.ownersOf(cookie).map(({ service }) => service)
const servicesOfKey = (key: string): string[] =>
  all.filter(([, { storage = [] }]) => storage.some((p) => compilePattern(p).matches(key))).map(([name]) => name)

const entriesOf: Readonly<Record<string, { cookies: readonly CookieEntry[] }>> = presets
const cookiesOf = (name: string): readonly CookieEntry[] => entriesOf[name]?.cookies ?? []

it('are one file each, named for what it exports', () => {
  expect(Object.keys(presets).map(fileOf).sort()).toEqual(files.sort())
  expect(files).toHaveLength(20)
})

it.each([
  ['googleAnalytics', '_ga', '_ga_ABC123', '_gid', '_gat', '_dc_gtm_UA-1234-1'],
  ['googleAds', '_gcl_au', '_gcl_aw', '_gcl_dc', '_gcl_gb', '_gcl_ag', '_gcl_gs', '_gac_UA-123456-12', 'IDE'],
  ['metaPixel', '_fbp', '_fbc'],
  ['hotjar', '_hjSessionUser_1234567', '_hjSession_1234567', '_hjUserAttributesHash', '_hjTLDTest'],
  ['microsoftClarity', '_clck', '_clsk'],
  ['linkedinInsight', 'li_fat_id', 'li_giant', 'UserMatchHistory', 'AnalyticsSyncHistory', 'li_sugr'],
  ['tiktokPixel', '_ttp', '_tt_enable_cookie', 'ttclid', 'ttcsid', 'ttcsid_C1UULH9LRI5O97LIN2UG'],
  ['hubspot', '__hstc', 'hubspotutk', '__hssc', '__hssrc', '__hs_opt_out', '__hs_cookie_cat_pref', 'messagesUtk'],
  ['intercom', 'intercom-id-abcd1234', 'intercom-session-abcd1234', 'intercom-device-id-abcd1234'],
  ['matomo', '_pk_id.1.1fff', '_pk_ses.1.1fff', '_pk_ref.1.1fff', '_pk_testcookie_domain', 'mtm_consent_removed'],
  ['posthog', 'ph_phc_xyz_posthog', '__ph_opt_in_out_phc_xyz'],
  ['segment', 'ajs_anonymous_id', 'ajs_user_id', 'ajs_group_id', 'analytics_session_id.last_access'],
  ['mixpanel', 'mp_0123456789abcdef_mixpanel', '__mp_opt_in_out_0123456789abcdef'],
  ['amplitude', 'AMP_a2dbce0e18', 'AMP_MKTG_a2dbce0e18', 'AMP_TEST'],
  ['stripe', '__stripe_mid', '__stripe_sid'],
  ['youtube', 'VISITOR_INFO1_LIVE', 'YSC', '__Secure-YEC'],
  ['vimeo', 'vuid', 'player_clearance'],
  ['googleMaps', 'NID'],
])('give %s its cookies, and no other its', (service, ...cookies) => {
  for (const cookie of cookies) expect(servicesOf(cookie), cookie).toEqual([service])
})

it.each([
  ['hotjar', '_hjUserAttributes', 'hjViewportId', 'hjActiveViewportIds'],
  ['microsoftClarity', '_cltk'],
  ['linkedinInsight', 'li_adsId'],
  ['tiktokPixel', 'tt_appInfo', 'tt_sessionId', 'tt_pixel_session_index'],
  ['intercom', 'intercom.intercom-state-abcd1234'],
  ['posthog', 'ph_phc_xyz_posthog', 'ph_phc_xyz_posthog__flags', 'ph_phc_xyz_window_id', 'seenSurvey_018f'],
  ['segment', 'ajs_user_traits', 'ajs_group_properties', 'persisted-queue:v1:abc:dest-Segment.io:items'],
  ['mixpanel', 'mp_tab_id_mixpanel_0123', '__mpq_0123_ev', 'mixpanelBrowserDb'],
  ['amplitude', 'AMP_unsent_a2dbce0e18', 'AMP_remote_config_a2dbce0e18', 'AMP_diagnostics_a2dbce0e18'],
])('give %s its storage, and no other its', (service, ...keys) => {
  for (const key of keys) expect(servicesOfKey(key), key).toEqual([service])
})

it('leave names alone that only look alike', () => {
  const names = [
    ...['foo_gid', 'my_ga', 'ga', '_gas', '_gatsby', 'gcl_au', 'my_gcl_au', '_gcl', 'my_fbp', '_fbpage', 'fbc'],
    ...['hjSession_1', 'my_hjSession_1', 'clck', '_clckx', 'my_li_fat_id', '_ttpx', 'ttc', 'hstc', 'hs_theme'],
    ...[
      'intercom',
      'intercom-theme',
      'pk_id',
      '_pk_cart',
      'mtm_theme',
      'matomo',
      'ph_theme',
      'posthog',
      'my_ph_a_posthog',
    ],
    ...['ajs_theme', 'analytics_session', 'mp_theme', 'mixpanel', 'mp_0123_mixpanel_cart', 'amp_theme', 'stripe_mid'],
    ...[
      '__stripe',
      'visitor_info1_live',
      'vuidx',
      'player',
      'flags',
      'nid',
      'fr',
      'MUID',
      'SM',
      'MR',
      'PREF',
      '__cf_bm',
    ],
    ...['sessionid', 'csrftoken', 'theme', 'language', 'cart', 'pref_theme', 'survey', 'debug', 'cookie_consent'],
  ]
  for (const name of names) {
    expect(servicesOf(name), name).toEqual([])
    expect(servicesOfKey(name), name).toEqual([])
  }
})

/** How long these stay, their vendor does not say. */
const UNSAID: readonly unknown[] = ['matomo_ignore', 'matomo_sessid']

describe.each(all)('%s', (name, preset) => {
  const { description, storage = [], urls = [] } = preset

  it('says in a sentence what it does, and of each cookie who sets it, what for and how long', () => {
    expect(description).toMatch(/^[A-Z][^.]+\.$/)
    for (const cookie of cookiesOf(name)) {
      expect(cookie.provider).toMatch(/^[A-Z]/)
      expect(cookie.purpose).toMatch(/^[A-Z][^.]+\.$/)
      if (UNSAID.includes(cookie.name)) expect(cookie.duration).toBeUndefined()
      else expect(cookie.duration).toMatch(/\w/)
      if (cookie.domain !== undefined) expect(cookie.domain).toMatch(/^\.[a-z]+\.[a-z]+$/)
    }
  })

  it('names patterns that begin with what is its own', () => {
    const patterns = [...cookiesOf(name).map((cookie) => cookie.name), ...storage]
    for (const pattern of patterns) expect(pattern).toMatch(/^[^*]{3}/)
  })

  it('names hosts and paths as a declaration does', () => {
    expect(urls.length).toBeGreaterThan(0)
    for (const url of urls)
      if (url instanceof RegExp) expect(url.source).toMatch(/^\^[a-z\\.]+\\\//)
      else expect(url).toMatch(/^(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+(\/[\w./*-]*)?$/)
  })

  it('tells where its facts are from, and of when', () => {
    const sources = sourcesOf(sourceOf(name))
    expect(sources.length).toBeGreaterThan(0)
    for (const { url, date } of sources) {
      expect(new URL(url).protocol).toBe('https:')
      expect(Date.parse(date)).not.toBeNaN()
    }
  })

  it('stands in docs/presets.md as it is', () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/presets.md'), 'utf8')
    expect(page.split('\n')).toContain(rowOf(name, fileOf(name), preset, sourceOf(name)))
  })
})

it('tell the tags of Google Analytics and Google Ads apart by their ids', () => {
  const tag = 'www.googletagmanager.com/gtag/js'
  const owners = (url: string): string[] =>
    all
      .filter(([, { urls = [] }]) => urls.some((p) => p instanceof RegExp && compilePattern(p).matches(url)))
      .map(([name]) => name)
  expect(owners(`${tag}?id=G-ABC123`)).toEqual(['googleAnalytics'])
  expect(owners(`${tag}?l=dataLayer&id=G-ABC123`)).toEqual(['googleAnalytics'])
  expect(owners(`${tag}?id=AW-123`)).toEqual(['googleAds'])
  expect(owners(`${tag}?id=GT-ABC`)).toEqual(['googleAds', 'googleAnalytics'])
  expect(owners(`${tag}?id=DC-123`)).toEqual([])
  expect(owners(`evil.example/${tag}?id=G-ABC123`)).toEqual([])
})
