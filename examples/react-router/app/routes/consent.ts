import { consentHandler } from 'assent/server'
import { consent } from '../consent'
import type { Route } from './+types/consent'

const handler = consentHandler({ consent, secret: process.env.COOKIE_SECRET })

export const loader = ({ request }: Route.LoaderArgs) => handler(request)
export const action = ({ request }: Route.ActionArgs) => handler(request)
