import { CookieTable } from 'assent'
import { FirstVisit } from '../../first-visit'

export default function AboutPage() {
  return (
    <main>
      <h1>About</h1>
      <p>This page was built once, and is the same file for everyone.</p>
      <FirstVisit />
      <section>
        <h2>Cookies of this site</h2>
        <CookieTable />
      </section>
    </main>
  )
}
