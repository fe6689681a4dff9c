import { snapshotOf } from 'assent/core'
import { requestOf } from 'assent/node'
import { readConsent } from 'assent/server'
import type { GetServerSidePropsContext, InferGetServerSidePropsType } from 'next'
import { consent, visitor } from '../consent'
import { cookiesOf } from '../cookies-of'
import { FirstVisit } from '../first-visit'

export function getServerSideProps({ req, res }: GetServerSidePropsContext) {
  res.setHeader('Cache-Control', 'private, no-store')
  const request = requestOf(req)
  const { status, grant } = readConsent(request, consent)
  return {
    props: {
      snapshot: snapshotOf(request.headers, consent),
      status,
      granted: grant.categories,
      name: cookiesOf(request).get(visitor) ?? null,
    },
  }
}

export default function HomePage({ status, granted, name }: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <main>
      <h1>Low tide at five past two</h1>
      <p>The sandbank is dry for an hour before and after.</p>
      <section>
        <h2>Hello, {name ?? 'stranger'}.</h2>
        <form method="post" action="/api/visitor">
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
          You are {status}. It may use: {granted.join(', ')}.
        </p>
      </section>
    </main>
  )
}
