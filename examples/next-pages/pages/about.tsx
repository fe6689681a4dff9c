import { CookieTable } from 'assent'

export default function AboutPage() {
  return (
    <main>
      <h1>About</h1>
      <section>
        <h2>Cookies of this site</h2>
        <CookieTable />
      </section>
    </main>
  )
}
