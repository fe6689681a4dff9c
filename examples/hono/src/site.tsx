import { ConsentBanner, ConsentProvider, CookieTable, PreferencesButton, useCookie, type Snapshot } from 'assent'
import { consent, theme } from './consent'
import { FirstVisit } from './first-visit'

/** What the server renders a page with, and the browser hydrates it with. */
export interface SiteProps {
  snapshot: Snapshot | undefined
  name: string
}

export function Site({ snapshot, name }: SiteProps) {
  return (
    <ConsentProvider consent={consent} snapshot={snapshot}>
      <Page name={name} />
    </ConsentProvider>
  )
}

function Page({ name }: { name: string }) {
  const [chosen, setTheme, { blocked }] = useCookie(theme)
  return (
    <div className="site" data-assent-theme={chosen}>
      <ConsentBanner />
      <header>
        <a href="/">Low tide</a>
        <button type="button" onClick={() => setTheme(chosen === 'dark' ? 'light' : 'dark')}>
          Theme: {chosen}
        </button>
      </header>
      <main>
        <h1>Low tide at five past two</h1>
        <p>The sandbank is dry for an hour before and after.</p>
        <section>
          <h2>Hello, {name || 'stranger'}.</h2>
          <form method="post" action="/visitor">
            <label>
              Name <input name="name" required maxLength={40} autoComplete="given-name" />
            </label>{' '}
            <button>Keep it</button>
          </form>
        </section>
        <section>
          <h2>Your first visit</h2>
          <FirstVisit />
        </section>
        <section id="cookies">
          <h2>Cookies of this site</h2>
          <CookieTable />
        </section>
      </main>
      <footer>
        <PreferencesButton />
        {blocked && <span>Your theme is kept until you leave.</span>}
      </footer>
    </div>
  )
}
