import { createCookies } from 'assent/server'
import { describe, expect, it } from 'vitest'
import { cookiesAfter, linesOf, recipesOf, SECRET, visit } from './recipes-of.js'

const { run, unrun } = await recipesOf('carts')
const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

describe('a cart', () => {
  it('keeps what was added, for a week, hidden from scripts', async () => {
    const response = await run('addToCart', visit('/cart', '', { slug: 'tea' }))
    expect(response.status).toBe(303)
    expect(linesOf(response)).toEqual([
      expect.stringMatching(/^shopping_cart=.+; Path=\/; Max-Age=604800; Secure; HttpOnly; SameSite=Lax$/),
    ])
    const second = await run('addToCart', visit('/cart', cookiesAfter(response), { slug: 'cup' }))
    const third = await run('addToCart', visit('/cart', cookiesAfter(second), { slug: 'tea' }))
    expect(await (await run('showCart', visit('/cart', cookiesAfter(third)))).json()).toEqual({
      items: [
        { slug: 'cup', quantity: 1 },
        { slug: 'tea', quantity: 2 },
      ],
    })
  })

  it.each([
    '',
    'shopping_cart=',
    'shopping_cart={broken',
    'shopping_cart=5',
    'shopping_cart=[]',
    `shopping_cart=${json({ total: 5 })}`,
    `shopping_cart=${json({ items: 'tea' })}`,
    `shopping_cart=${json({ items: [{ slug: 'tea', quantity: -1 }] })}`,
  ])('is empty for "%s"', async (cookie) => {
    expect(await (await run('showCart', visit('/cart', cookie))).json()).toEqual({ items: [] })
  })

  it('that takes over 3000 bytes is refused, and the one of before stays', async () => {
    const items = Array.from({ length: 60 }, (_, i) => ({ slug: `tea-${i}`, quantity: 1 }))
    const cookie = `shopping_cart=${json({ items })}`
    const response = await run('addToCart', visit('/cart', cookie, { slug: 'x'.repeat(500) }))
    expect([response.status, await response.text(), linesOf(response)]).toEqual([413, 'The cart is full.', []])
    expect(await (await run('showCart', visit('/cart', cookie))).json()).toEqual({ items })
  })

  it('takes no item that is none', async () => {
    expect((await run('addToCart', visit('/cart', '', { size: '5' }))).status).toBe(400)
  })
})

describe('a signed cart', () => {
  const add = (slug: string, cookie = '') => run('addToSignedCart', visit('/cart', cookie, { slug }), SECRET)
  const show = async (cookie: string): Promise<unknown> =>
    (await run('showSignedCart', visit('/cart', cookie), SECRET)).json()
  const empty = { items: [], item_count: 0, total: 0 }

  it('counts and totals what is in it', async () => {
    const first = await add('tea')
    const second = await add('cup', cookiesAfter(first))
    const third = await add('tea', cookiesAfter(second))
    const expected = {
      items: [
        { slug: 'cup', quantity: 1, price: 1200 },
        { slug: 'tea', quantity: 2, price: 450 },
      ],
      item_count: 2,
      total: 2100,
    }
    expect(await third.json()).toEqual(expected)
    expect(await show(cookiesAfter(third))).toEqual(expected)
    expect(linesOf(third)).toEqual([expect.stringMatching(/; Max-Age=604800; Secure; HttpOnly; SameSite=Lax$/)])
  })

  it('is empty once it was changed', async () => {
    const cookie = cookiesAfter(await add('tea'))
    expect(cookie).toContain('tea')
    expect(await show(cookie.replace('tea', 'cup'))).toEqual(empty)
    expect(await show(cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toEqual(empty)
    expect(await show('secure_cart={broken')).toEqual(empty)
  })

  it('does not believe a total or a price, even when signed', async () => {
    const cookies = createCookies(null, { secret: SECRET })
    const items = [{ slug: 'cup', quantity: 2, price: 1 }]
    cookies.setSigned('secure_cart', JSON.stringify({ items, item_count: 9, total: 1 }), { salt: 'cart' })
    const [line = ''] = cookies.toHeaders()
    expect(await show(line.split('; ')[0] ?? '')).toEqual({
      items: [{ slug: 'cup', quantity: 2, price: 1200 }],
      item_count: 1,
      total: 2400,
    })
  })

  it('takes only what the shop sells', async () => {
    const response = await add('gold')
    expect([response.status, linesOf(response)]).toEqual([400, []])
  })
})

it('runs every recipe of the page', () => {
  expect(unrun()).toEqual([])
})
