import { readConsent } from 'assent/server'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import { consent, visitor } from '../consent'
import { cookiesOf } from './cookies-of'

// Whether a choice still counts depends on the time, and Next reports a clock that is read before `connection()`.

export async function Greeting() {
  await connection()
  return <h2>Hello, {cookiesOf(await headers()).get(visitor) ?? 'stranger'}.</h2>
}

export async function Granted() {
  await connection()
  const { status, grant } = readConsent(await headers(), consent)
  return (
    <p>
      You are {status}. It may use: {grant.categories.join(', ')}.
    </p>
  )
}
