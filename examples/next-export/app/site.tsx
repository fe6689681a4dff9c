'use client'
import { ConsentBanner, ConsentProvider, PreferencesButton, useCookie } from 'assent'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { consent, theme } from '../consent'

/** Every page is a file for everyone: no snapshot, so the script before the banner hides it from visitors who decided. */
export function Site({ children }: { children: ReactNode }) {
  return (
    <ConsentProvider consent={consent}>
      <Frame>{children}</Frame>
    </ConsentProvider>
  )
}

function Frame({ children }: { children: ReactNode }) {
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
