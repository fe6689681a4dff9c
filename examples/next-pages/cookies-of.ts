import { createCookies } from 'assent/server'
import { consent } from './consent'

export const cookiesOf = (request: Request) => createCookies(request, { consent, secret: process.env.COOKIE_SECRET })
