import { readConsent } from 'assent/server'
import { Form, redirect } from 'react-router'
import { consent, visitor } from '../consent'
import { cookiesOf } from '../cookies-of'
import { FirstVisit } from '../first-visit'
import type { Route } from './+types/home'

export const meta = () => [{ title: 'Low tide' }]

export function loader({ request }: Route.LoaderArgs) {
  const { status, grant } = readConsent(request, consent)
  return { status, granted: grant.categories, name: cookiesOf(request).get(visitor) }
}

export async function action({ request }: Route.ActionArgs) {
  const name = (await request.formData()).get('name')
  const cookies = cookiesOf(request)
  if (typeof name === 'string' && name.length <= 40) cookies.set(visitor, name)
  return cookies.commit(redirect('/'))
}

export default function Home({ loaderData: { status, granted, name } }: Route.ComponentProps) {
  return (
    <main>
      <h1>Low tide at five past two</h1>
      <p>The sandbank is dry for an hour before and after.</p>
      <section>
        <h2>Hello, {name ?? 'stranger'}.</h2>
        <Form method="post">
          <label>
            Name <input name="name" required maxLength={40} autoComplete="given-name" />
          </label>{' '}
          <button>Keep it</button>
        </Form>
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
