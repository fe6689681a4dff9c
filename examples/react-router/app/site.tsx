import { ConsentBanner, PreferencesButton, useCookie } from 'assent'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { theme } from './consent'

export function Site({ children }: { children: ReactNode }) {
  const [chosen, setTheme, { blocked }] = useCookie(theme)
  return (
    <div className="site" data-assent-theme={chosen}>
      <ConsentBanner />
      <header>
        <Link to="/">Low tide</Link>
        <Link to="/about">About</Link>
        <button type="button" onClick={() => setTheme(chosen === 'dark' ? 'light' : 'dark')}>
          Theme: {chosen}
        </button>
      </header>
      {children}
      <footer>
        <PreferencesButton />
        {blocked && <span>Your theme is kept until you leave.</span>}
      </footer>
    </div>
  )
}
