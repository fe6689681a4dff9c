import { createCookies } from 'assent/server'
import { describe, expect, it } from 'vitest'
import { cookiesAfter, deletedBy, linesOf, recipesOf, SECRET, visit } from './recipes-of.js'

const { run, unrun } = await recipesOf('sessions')

describe('a signed session', () => {
  const user = {
    user_id: 42,
    username: 'ada',
    is_staff: true,
    last_login: '2026-03-01T10:00:00.000Z',
    session_version: 1,
  }
  /** What this server would have signed, so many seconds ago. */
  const signed = (value: object, { salt = 'user-session', age = 0 } = {}): string => {
    const cookies = createCookies(null, { secret: SECRET, clock: () => Date.now() - age * 1000 })
    cookies.setSigned('secure_session', JSON.stringify(value), { salt })
    return cookies.toHeaders()[0]?.split('; ')[0] ?? ''
  }
  const account = (cookie: string, secret = SECRET) => run('account', visit('/account', cookie), secret)

  it('lasts an hour, Strict and HttpOnly, and comes back with its date', async () => {
    const response = await run('startSession', visit('/login'), SECRET)
    expect(linesOf(response)).toEqual([
      expect.stringMatching(/^secure_session=.+; Path=\/; Max-Age=3600; Secure; HttpOnly; SameSite=Strict$/),
    ])
    const shown: unknown = await (await account(cookiesAfter(response))).json()
    expect(shown).toEqual({ ...user, last_login: expect.any(String) as string, day: expect.any(Number) as number })
  })

  it.each([
    ['a session of today', signed(user)],
    ['one that will soon end', signed(user, { age: 3500 })],
  ])('counts: %s', async (_, cookie) => {
    // The first of March 2026 was a Sunday.
    expect(await (await account(cookie)).json()).toEqual({ ...user, day: 0 })
  })

  it.each([
    ['none', ''],
    ['one over an hour old', signed(user, { age: 3700 })],
    ['one with another version', signed({ ...user, session_version: 2 })],
    ['one of before versions', signed({ ...user, session_version: undefined })],
    ['one without a name', signed({ ...user, username: undefined })],
    ['one with text for a number', signed({ ...user, user_id: '42' })],
    ['one with no date', signed({ ...user, last_login: 'yesterday' })],
    ['one that was signed for another purpose', signed(user, { salt: 'cart' })],
    ['one that was changed', signed({ ...user, is_staff: false }).replace('false', 'true')],
    ['no JSON', 'secure_session={broken'],
  ])('does not count: %s', async (_, cookie) => {
    const response = await account(cookie)
    expect([response.status, response.headers.get('Location')]).toEqual([303, 'https://shop.example.com/login'])
  })

  it('does not count under another secret', async () => {
    expect((await account(signed(user), 'another-secret-of-at-least-32-characters')).status).toBe(303)
  })
})

const everything =
  'sessionid=1; csrftoken=2; user_preferences=3; shopping_cart=4; remember_me=5; last_login=6; pref_theme=7; pref_language=8; cookie_consent=9; last_activity=10; my_pref_x=11'

it('logs out: deletes what is personal, keeps the rest, and leads to the login', async () => {
  const response = await run('logOut', visit('/logout', everything))
  expect([response.status, response.headers.get('Location')]).toEqual([
    303,
    'https://shop.example.com/login?logged-out',
  ])
  expect(deletedBy(response)).toEqual([
    'last_login',
    'pref_language',
    'pref_theme',
    'remember_me',
    'sessionid',
    'shopping_cart',
    'user_preferences',
  ])
  expect(cookiesAfter(response, everything)).toBe('csrftoken=2; cookie_consent=9; last_activity=10; my_pref_x=11')
})

it('logs out a visitor who has nothing, without a line', async () => {
  expect(linesOf(await run('logOut', visit('/logout', 'csrftoken=2')))).toEqual([])
})

it('clears the cookies of a session that are there', async () => {
  const response = await run('endSession', visit('/', 'sessionid=1; csrftoken=2; last_activity=3; theme=dark'))
  expect(await response.json()).toEqual({ deleted: ['sessionid', 'csrftoken', 'last_activity'] })
  expect(deletedBy(response)).toEqual(['csrftoken', 'last_activity', 'sessionid'])
})

describe('a session on the server', () => {
  it('begins with a login, by an id that is new, and ends on the server', async () => {
    const planted = '__Host-session=planted'
    const response = await run('logIn', visit('/login', planted))
    expect(linesOf(response)).toEqual([
      expect.stringMatching(/^__Host-session=[\w-]{36}; Path=\/; Max-Age=3600; Secure; HttpOnly; SameSite=Strict$/),
    ])
    const cookie = cookiesAfter(response)
    expect(await (await run('whoAmI', visit('/', cookie))).json()).toEqual({ user: 42 })
    const left = await run('leave', visit('/logout', cookie))
    expect(deletedBy(left)).toEqual(['__Host-session'])
    expect((await run('whoAmI', visit('/', cookie))).status).toBe(401)
  })

  it.each(['', '__Host-session=planted', '__Host-session='])('is none by %j', async (cookie) => {
    expect((await run('whoAmI', visit('/', cookie))).status).toBe(401)
  })
})

describe('a message after a redirect', () => {
  it('is shown once', async () => {
    const out = await run('logOutWithMessage', visit('/logout', 'sessionid=1'))
    const cookie = cookiesAfter(out, 'sessionid=1')
    const page = await run('loginPage', visit('/login', cookie))
    expect(await page.text()).toBe('You have been logged out.')
    expect(deletedBy(page)).toEqual(['flash'])
    expect(await (await run('loginPage', visit('/login', cookiesAfter(page, cookie)))).text()).toBe('Log in.')
  })

  it('says no words of others', async () => {
    const page = await run('loginPage', visit('/login', 'flash=Send%20money'))
    expect(await page.text()).toBe('Log in.')
  })
})

it('runs every recipe of the page', () => {
  expect(unrun()).toEqual([])
})
