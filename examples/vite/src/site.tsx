import { ConsentBanner, CookieTable, PreferencesButton, useCookie } from 'assent'
import { Button } from './button'
import { theme } from './consent'
import { FirstVisit } from './first-visit'

export function Site() {
  const [chosen, setTheme, { blocked }] = useCookie(theme)
  return (
    <div
      className="site min-h-screen bg-stone-50 px-6 py-8 text-stone-900 data-[assent-theme=dark]:bg-stone-900 data-[assent-theme=dark]:text-stone-100"
      data-assent-theme={chosen}
    >
      <ConsentBanner className="max-w-md" />
      <div className="mx-auto max-w-2xl space-y-8">
        <header className="flex items-baseline justify-between">
          <a className="underline" href="/">
            Low tide
          </a>
          <Button variant="ghost" onClick={() => setTheme(chosen === 'dark' ? 'light' : 'dark')}>
            Theme: {chosen}
          </Button>
        </header>
        <main className="space-y-8">
          <h1 className="mt-14 mb-2 text-4xl font-bold">Low tide at five past two</h1>
          <p>The sandbank is dry for an hour before and after.</p>
          <section>
            <h2 className="font-bold">Your first visit</h2>
            <FirstVisit />
          </section>
          <section id="cookies">
            <h2 className="font-bold">Cookies of this site</h2>
            <CookieTable />
          </section>
        </main>
        <footer className="flex items-baseline gap-5 border-t pt-4">
          <PreferencesButton render={<Button variant="outline" className="text-stone-900" />} />
          {blocked && <span>Your theme is kept until you leave.</span>}
        </footer>
      </div>
    </div>
  )
}
