import { CookieTable } from 'assent'
import { cacheLife } from 'next/cache'

export default async function AboutPage() {
  'use cache'
  cacheLife('days')
  return (
    <main>
      <h1>About</h1>
      <p>This page was rendered on {new Date().toISOString().slice(0, 10)}, and is the same for everyone.</p>
      <section>
        <h2>Cookies of this site</h2>
        <CookieTable />
      </section>
    </main>
  )
}
