import {
  ConsentBanner,
  ConsentGate,
  ConsentProvider,
  CookieTable,
  PreferencesButton,
  useCookie,
  type Snapshot,
} from 'assent'
import { consent, theme } from './consent'

export interface PageProps {
  snapshot: Snapshot
  name: string | undefined
  /** The day of the first visit, where it may be kept. */
  day: string | undefined
}

/** React renders it on the server, and no script of ours runs in the browser: every control is a form. */
export function Page({ snapshot, ...props }: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Low tide</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/assent.css" />
        <link rel="stylesheet" href="/site.css" />
      </head>
      <body>
        <ConsentProvider consent={consent} snapshot={snapshot}>
          <Site {...props} />
        </ConsentProvider>
      </body>
    </html>
  )
}

function Site({ name, day }: Omit<PageProps, 'snapshot'>) {
  const [chosen] = useCookie(theme)
  return (
    <div className="site" data-assent-theme={chosen}>
      <ConsentBanner />
      <header>
        <a href="/">Low tide</a>
        <form method="post" action="/theme">
          <button name="theme" value={chosen === 'dark' ? 'light' : 'dark'}>
            Theme: {chosen}
          </button>
        </form>
      </header>
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
          <h2>Your first visit</h2>
          <ConsentGate category="analytics" fallback={<p>We do not keep when you first came.</p>}>
            <p>You first came on {day}.</p>
          </ConsentGate>
        </section>
        <section id="cookies">
          <h2>Cookies of this site</h2>
          <CookieTable />
        </section>
      </main>
      <footer>
        <PreferencesButton />
      </footer>
    </div>
  )
}
