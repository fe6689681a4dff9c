import { ConsentBanner, PreferencesButton, useCookie } from 'assent'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { theme } from './consent'

export function Site({ children }: { children: ReactNode }) {
  const [chosen, setTheme, { blocked }] = useCookie(theme)
  return (
    <div className="site" data-assent-theme={chosen}>
      <ConsentBanner />
      <header>
        <Link href="/">Low tide</Link>
        <Link href="/about">About</Link>
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
