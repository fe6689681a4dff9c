import { expect, it } from 'vitest'
import { cookiesAfter, deletedBy, linesOf, recipesOf, visit } from './recipes-of.js'

const { run, unrun } = await recipesOf('deleting')

it('deletes where each cookie is', async () => {
  const response = await run('forget', visit('/', 'pref_a=1; pref_b=2; my_pref_c=3'))
  expect(linesOf(response)).toEqual([
    'simple_cookie=; Path=/; Max-Age=0; Secure; SameSite=None',
    'scoped_cookie=; Domain=example.com; Path=/admin/; Max-Age=0; Secure; SameSite=None',
    'shopping_cart=; Path=/shop; Max-Age=0; Secure; SameSite=None',
    'pref_a=; Path=/; Max-Age=0; Secure; SameSite=None',
    'pref_b=; Path=/; Max-Age=0; Secure; SameSite=None',
  ])
  expect(await response.json()).toEqual({ preferences: ['pref_a', 'pref_b'] })
})

it('deletes all but what is kept', async () => {
  const cookie = 'sessionid=1; csrftoken=2; cookie_consent=3; cookie_consent.sig=4; theme=dark; _ga=5'
  const response = await run('cleanUp', visit('/', cookie))
  expect(await response.json()).toEqual({ deleted: ['theme', '_ga'] })
  expect(cookiesAfter(response, cookie)).toBe('sessionid=1; csrftoken=2; cookie_consent=3; cookie_consent.sig=4')
})

it('deletes trackers by prefix, where they are declared to be, and nothing that merely contains it', async () => {
  const cookie = '_ga=1; _ga_X1=2; ga_user=3; analytics_id=4; tracking_a=5; fb_b=6; sessionid=7; my_ga_x=8; analytics=9'
  const response = await run('clearTrackers', visit('/', cookie))
  expect(deletedBy(response)).toEqual(['_ga', '_ga_X1', 'analytics_id', 'fb_b', 'ga_user', 'tracking_a'])
  expect(linesOf(response)).toContain('_ga_X1=; Domain=example.com; Path=/; Max-Age=0; Secure; SameSite=None')
  expect(linesOf(response)).toContain('ga_user=; Path=/; Max-Age=0; Secure; SameSite=None')
  expect(cookiesAfter(response, cookie)).toBe('sessionid=7; my_ga_x=8; analytics=9')
})

it('resets privacy: forgets the choice, its signature and the trackers, and confirms it', async () => {
  const cookie = 'analytics=1; tracking_x=2; fb_b=6; _ga_X1=7; cookie_consent=3; cookie_consent.sig=4; sessionid=5'
  const response = await run('resetPrivacy', visit('/privacy/reset', cookie))
  expect(response.status).toBe(303)
  expect(linesOf(response)).toEqual([
    'analytics=; Path=/; Max-Age=0; Secure; SameSite=None',
    'tracking_x=; Path=/; Max-Age=0; Secure; SameSite=None',
    'fb_b=; Path=/; Max-Age=0; Secure; SameSite=None',
    '_ga_X1=; Path=/; Max-Age=0; Secure; SameSite=None',
    'cookie_consent=; Domain=example.com; Path=/; Max-Age=0; Secure; SameSite=None',
    'cookie_consent.sig=; Domain=example.com; Path=/; Max-Age=0; Secure; SameSite=None',
  ])
  const { pathname, search } = new URL(response.headers.get('Location') ?? '')
  const after = await run('privacyPage', visit(`${pathname}${search}`, cookiesAfter(response, cookie)))
  expect(await after.text()).toBe('Your privacy settings were reset.')
  expect(await (await run('privacyPage', visit('/privacy'))).text()).toBe('Your privacy settings.')
})

it('runs every recipe of the page', () => {
  expect(unrun()).toEqual([])
})
