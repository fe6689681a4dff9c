import { visitor } from '../../consent'
import { cookiesOf } from '../cookies-of'

export async function POST(request: Request) {
  if (request.headers.get('sec-fetch-site') !== 'same-origin') return new Response(null, { status: 403 })
  const name = (await request.formData()).get('name')
  const cookies = cookiesOf(request)
  if (typeof name === 'string' && name.length <= 40) cookies.set(visitor, name)
  return cookies.commit(new Response(null, { status: 303, headers: { Location: '/' } }))
}
