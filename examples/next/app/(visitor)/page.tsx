import { readConsent } from 'assent/server'
import { headers } from 'next/headers'
import { consent, visitor } from '../../consent'
import { cookiesOf } from '../cookies-of'
import { FirstVisit } from '../first-visit'

export default async function HomePage() {
  const request = await headers()
  const { status, grant } = readConsent(request, consent)
  const name = cookiesOf(request).get(visitor)
  return (
    <main>
      <h1>Low tide at five past two</h1>
      <p>The sandbank is dry for an hour before and after.</p>
      <section>
        <h2>Hello, {name ?? 'stranger'}.</h2>
        <form method="post" action="/visitor">
          <label>
            Name <input name="name" required maxLength={40} autoComplete="given-name" />
          </label>{' '}
          <button>Keep it</button>
        </form>
      </section>
      <section>
        <h2>In your browser</h2>
        <FirstVisit />
      </section>
      <section>
        <h2>On the server</h2>
        <p>
          You are {status}. It may use: {grant.categories.join(', ')}.
        </p>
      </section>
    </main>
  )
}
