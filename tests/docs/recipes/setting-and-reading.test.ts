import { describe, expect, it } from 'vitest'
import { cookiesAfter, linesOf, recipesOf, SECRET, visit } from './recipes-of.js'

const { run, unrun } = await recipesOf('setting-and-reading')

describe('setting', () => {
  it('counts visits, from nothing and from what is no number', async () => {
    for (const [cookie, count] of [
      ['', 1],
      ['visits=1', 2],
      ['visits=many', 1],
    ] as const) {
      const response = await run('countVisits', visit('/', cookie))
      expect(await response.text()).toBe(`Visit ${count}`)
      expect(linesOf(response)).toEqual([`visits=${count}; Path=/; Secure; SameSite=Lax`])
    }
  })

  it('sets on a redirect', async () => {
    const response = await run('placeOrder', visit('/order'))
    expect([response.status, response.headers.get('Location')]).toEqual([303, 'https://shop.example.com/thanks'])
    expect(linesOf(response)).toEqual(['last_order=placed; Path=/; Max-Age=600; Secure; SameSite=Lax'])
  })

  it('sets on a JSON reply', async () => {
    const response = await run('apiStatus', visit('/api'))
    expect(response.headers.get('Content-Type')).toMatch('application/json')
    expect(await response.json()).toEqual({ status: 'success' })
    expect(linesOf(response)).toEqual(['api_client=v2; Path=/; Secure; SameSite=Lax'])
  })

  it('sets each lifetime and scope', async () => {
    expect(linesOf(await run('setEach', visit('/')))).toEqual([
      'for_the_session=a; Path=/; Secure; SameSite=Lax',
      'for_a_month=b; Path=/; Max-Age=2592000; Secure; SameSite=Lax',
      'guarded=c; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Strict',
      'for_the_admin=d; Domain=example.com; Path=/admin/; Max-Age=86400; Secure; SameSite=Lax',
    ])
  })
})

describe('reading', () => {
  it('gives what is there', async () => {
    const cookie = 'simple=a%20b; theme=dark; user_id=7; wishlist=[%22tea%22]; pref_size=10'
    expect(await (await run('show', visit('/', cookie))).json()).toEqual({
      text: 'a b',
      theme: 'dark',
      isKnown: true,
      all: { simple: 'a b', theme: 'dark', user_id: '7', wishlist: '["tea"]', pref_size: '10' },
      wishlist: ['tea'],
      preferences: [['size', '10']],
    })
  })

  it.each(['', 'wishlist={%22a%22:1}', 'wishlist=[broken', 'wishlist=5'])('gives defaults for "%s"', async (cookie) => {
    expect(await (await run('show', visit('/', cookie))).json()).toMatchObject({
      text: null,
      theme: 'light',
      isKnown: false,
      wishlist: ['nothing yet'],
      preferences: [],
    })
  })
})

describe('a signed text', () => {
  it('comes back, and not when it was changed', async () => {
    const response = await run('signIn', visit('/'), SECRET)
    expect(linesOf(response)).toEqual([
      expect.stringMatching(/^user_id=12345:.+; Path=\/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax$/),
    ])
    const cookie = cookiesAfter(response)
    expect(await (await run('whoAmI', visit('/', cookie), SECRET)).text()).toBe('12345')
    for (const [changed, reason] of [
      [cookie.replace('12345', '12346'), 'bad-signature'],
      ['', 'absent'],
    ] as const) {
      const refused = await run('whoAmI', visit('/', changed), SECRET)
      expect([refused.status, await refused.text()]).toEqual([401, reason])
    }
  })
})

it('reads a whole number, and nothing else, as an id', async () => {
  const response = await run('remember', visit('/'), SECRET)
  const cookie = cookiesAfter(response)
  expect(await (await run('orders', visit('/', cookie), SECRET)).json()).toEqual({ orders_of: 12_345 })
  for (const changed of ['', cookie.replace('12345', '1'), cookie.replace('12345', 'x'), 'customer_id=12345'])
    expect((await run('orders', visit('/', changed), SECRET)).status).toBe(401)
})

it('runs every recipe of the page', () => {
  expect(unrun()).toEqual([])
})
