import { Suspense } from 'react'
import { FirstVisit } from '../first-visit'
import { Granted, Greeting } from '../visitor-parts'

export default function HomePage() {
  return (
    <main>
      <h1>Low tide at five past two</h1>
      <p>The sandbank is dry for an hour before and after.</p>
      <section>
        <Suspense fallback={<h2>Hello.</h2>}>
          <Greeting />
        </Suspense>
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
        <Suspense fallback={<p>…</p>}>
          <Granted />
        </Suspense>
      </section>
    </main>
  )
}
