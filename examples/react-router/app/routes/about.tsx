import { CookieTable } from 'assent'

export const meta = () => [{ title: 'About low tide' }]

export default function About() {
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
