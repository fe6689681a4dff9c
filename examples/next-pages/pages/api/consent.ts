import { requestOf, sendResponse } from 'assent/node'
import { consentHandler } from 'assent/server'
import type { NextApiRequest, NextApiResponse } from 'next'
import { consent } from '../../consent'

// The handler reads the body itself.
export const config = { api: { bodyParser: false } }

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  // Made when a request comes: a build has no secrets.
  const answer = consentHandler({ consent, secret: process.env.COOKIE_SECRET })
  await sendResponse(res, await answer(requestOf(req)))
}
