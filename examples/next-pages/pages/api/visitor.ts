import { requestOf, sendResponse } from 'assent/node'
import type { NextApiRequest, NextApiResponse } from 'next'
import { visitor } from '../../consent'
import { cookiesOf } from '../../cookies-of'

export const config = { api: { bodyParser: false } }

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const request = requestOf(req)
  if (request.method !== 'POST' || request.headers.get('sec-fetch-site') !== 'same-origin') {
    res.status(403).end()
    return
  }
  const name = (await request.formData()).get('name')
  const cookies = cookiesOf(request)
  if (typeof name === 'string' && name.length <= 40) cookies.set(visitor, name)
  await sendResponse(res, cookies.commit(new Response(null, { status: 303, headers: { Location: '/' } })))
}
