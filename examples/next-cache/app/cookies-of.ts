import { createCookies, type RequestLike } from 'assent/server'
import { consent } from '../consent'

export const cookiesOf = (request: RequestLike) =>
  createCookies(request, { consent, secret: process.env.COOKIE_SECRET })
