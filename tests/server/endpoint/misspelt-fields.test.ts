import { consentHandler } from 'assent/server'
import { defineConsent, defineCookie } from 'assent/core'
import { createCookies } from 'assent/server'
import { expect, it } from 'vitest'

const consent = defineConsent({
  version: 1,
  categories: { analytics: { name: 'Analytics', description: '' } },
  endpoint: '/consent',
})
const post = (type: string, body: string) =>
  consentHandler({ consent })(
    new Request('https://shop.example/consent', {
      method: 'POST',
      headers: { origin: 'https://shop.example', 'content-type': type },
      body,
    }),
  )

it.each([
  'category=analytics',
  'category=analytics&choice=save',
  'Category=analytics',
  'category[]=analytics',
  'categories[0]=analytics',
  'CATEGORIES=analytics',
  'categories%20=analytics',
  'choices=accept',
  'Choice=accept',
  'choice=save&service=chat',
  'choice=save&group=analytics',
])('a form with a misspelt field is refused, and saves nothing: %s', async (body) => {
  const reply = await post('application/x-www-form-urlencoded', body)
  expect([reply.status, reply.headers.getSetCookie()]).toEqual([400, []])
})

it.each(['category', 'Categories', 'categories[]', 'choices', 'service', 'group'])(
  'JSON with a misspelt member is refused, and saves nothing: %s',
  async (name) => {
    const reply = await post('application/json', JSON.stringify({ choice: 'save', [name]: ['analytics'] }))
    expect([reply.status, reply.headers.getSetCookie()]).toEqual([400, []])
  },
)

it('an option that is undefined leaves what the definition says', () => {
  const cookies = createCookies('')
  const theme = defineCookie('theme', { default: 'light', maxAge: 60, path: '/app', httpOnly: true })
  cookies.set(theme, 'dark', { maxAge: undefined, path: undefined, httpOnly: undefined, sameSite: undefined })
  expect(cookies.toHeaders()).toEqual(['theme=dark; Path=/app; Max-Age=60; HttpOnly; SameSite=Lax'])
})
