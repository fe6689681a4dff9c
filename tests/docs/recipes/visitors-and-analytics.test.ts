import { describe, expect, it } from 'vitest'
import { cookiesAfter, deletedBy, linesOf, recipesOf, visit } from './recipes-of.js'

const { run, unrun } = await recipesOf('visitors-and-analytics')

const decided = (...categories: string[]) =>
  `cookie_consent=${encodeURIComponent(JSON.stringify({ categories, timestamp: new Date().toISOString(), version: 1 }))}`
const granted = decided('essential', 'analytics')
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'

describe('a visitor id', () => {
  const identify = (cookie: string) =>
    run('identify', visit('/', cookie), () => Response.redirect('https://x.example/'))

  it('is set with consent, on any reply', async () => {
    const response = await identify(granted)
    expect(response.headers.get('Location')).toBe('https://x.example/')
    expect(linesOf(response)).toEqual([
      expect.stringMatching(`^visitor_id=${UUID}; Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax$`),
    ])
  })

  it('is set once', async () => {
    const cookie = cookiesAfter(await identify(granted), granted)
    expect(cookie).toContain('visitor_id=')
    expect(linesOf(await identify(cookie))).toEqual([])
  })

  it.each(['', decided('essential'), 'cookie_consent={broken'])('is not set without consent: "%s"', async (cookie) => {
    expect(linesOf(await identify(cookie))).toEqual([])
  })
})

describe('analytics data', () => {
  const data = (firstVisit: unknown, more: object = {}): string =>
    `analytics=${encodeURIComponent(JSON.stringify({ user_id: 'u1', first_visit: firstVisit, tracking_data: { from: 'ad' }, ...more }))}`
  const daysAgo = (count: number): string => new Date(Date.now() - count * 86_400_000 - 60_000).toISOString()
  const written = (response: Response): unknown =>
    JSON.parse(decodeURIComponent(cookiesAfter(response).replace('analytics=', '')))

  it('is kept for the 400 days that browsers allow, with a date that stays', async () => {
    const response = await run('track', visit('/tea', granted))
    expect(response.status).toBe(204)
    expect(linesOf(response)).toEqual([
      expect.stringMatching(/^analytics=.+; Path=\/; Max-Age=34560000; Secure; HttpOnly; SameSite=Lax$/),
    ])
    const first = written(response)
    expect(first).toEqual({
      user_id: expect.stringMatching(UUID) as string,
      first_visit: expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/) as string,
      tracking_data: { page: '/tea' },
    })
    const second = await run('track', visit('/cup', cookiesAfter(response, granted)))
    expect(written(second)).toEqual({ ...Object(first), tracking_data: { page: '/cup' } })
  })

  it('adds to the data that is there', async () => {
    const date = daysAgo(3)
    expect(written(await run('track', visit('/tea', `${granted}; ${data(date)}`)))).toEqual({
      user_id: 'u1',
      first_visit: date,
      tracking_data: { from: 'ad', page: '/tea' },
    })
  })

  it.each(['', decided('essential')])('is not kept without consent: "%s"', async (cookie) => {
    const response = await run('track', visit('/tea', cookie))
    expect([response.status, linesOf(response)]).toEqual([403, []])
  })

  it.each([
    ['ten days ago', data(daysAgo(10)), 10],
    ['today', data(daysAgo(0)), 0],
    ['no cookie', '', null],
    ['no date', data('yesterday'), null],
    ['a number', data(5), null],
    ['no user', data(daysAgo(1), { user_id: undefined }), null],
    ['no JSON', 'analytics={broken', null],
  ])('gives a date to count from: %s', async (_, cookie, expected) => {
    expect(await (await run('daysSinceFirstVisit', visit('/', cookie))).json()).toBe(expected)
  })
})

describe('the form', () => {
  it('keeps the choice, and leads back to the page', async () => {
    const response = await run('decide', visit('/consent', '', { choice: 'save', categories: 'analytics' }))
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/#assent-saved'])
    const cookie = cookiesAfter(response)
    expect(decodeURIComponent(cookie)).toMatch(/^cookie_consent=\{"categories":\["essential","analytics"\],/)
    expect(linesOf(await run('identify', visit('/', cookie), () => new Response()))).toHaveLength(1)
  })

  it('deletes what a refusal forbids', async () => {
    const before = `${granted}; visitor_id=1; analytics=2; sessionid=3`
    const response = await run('decide', visit('/consent', before, { choice: 'reject' }))
    expect(new Set(deletedBy(response))).toEqual(new Set(['visitor_id', 'analytics']))
    expect(linesOf(await run('identify', visit('/', cookiesAfter(response)), () => new Response()))).toEqual([])
  })
})

it('forgets the choice and what it granted, when the form resets it', async () => {
  const before = `${granted}; cookie_consent.sig=s; visitor_id=1; sessionid=3`
  const response = await run('decide', visit('/consent', before, { choice: 'reset' }))
  expect(cookiesAfter(response, before)).toBe('sessionid=3')
})

it('runs every recipe of the page', () => {
  expect(unrun()).toEqual([])
})
