import { consentHandler } from 'assent/server'
import { site } from '../fixtures/site.js'

export const handle: (request: Request) => Promise<Response> = consentHandler({
  consent: site,
  secret: 'a secret of the shop that is long enough',
})

const boxes = site.ids.map((id) => `<input type="checkbox" name="categories" value="${id}">`).join('')
const form = `<form method="post" action="/shop/consent">${boxes}<button name="choice" value="save">Save</button></form>`

export function page({ pathname, searchParams }: URL, cookie: string | undefined): Response {
  if (pathname === '/shop/cookies') return Response.json({ cookie })
  const headers = new Headers({ 'content-type': 'text/html' })
  for (const name of searchParams.getAll('set')) headers.append('set-cookie', `${name}=1; Path=/; HttpOnly`)
  for (const name of searchParams.getAll('unset')) headers.append('set-cookie', `${name}=; Path=/; Max-Age=0`)
  return new Response(`<!doctype html><title>Shop</title>${form}`, { headers })
}
