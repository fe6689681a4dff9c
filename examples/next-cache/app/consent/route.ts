import { consentHandler } from 'assent/server'
import { consent } from '../../consent'

// Made when a request comes: a build has no secrets.
const handler = (request: Request) => consentHandler({ consent, secret: process.env.COOKIE_SECRET })(request)

export const GET = handler
export const POST = handler
