import { FirstVisit } from './first-visit'

export default function HomePage() {
  return (
    <main>
      <h1>Low tide at five past two</h1>
      <p>The sandbank is dry for an hour before and after.</p>
      <section>
        <h2>In your browser</h2>
        <FirstVisit />
      </section>
    </main>
  )
}
