'use client'
import { ConsentBanner, ConsentProvider, PreferencesButton, useCookie, type Snapshot } from 'assent'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { consent, theme } from '../consent'

export function Site({ snapshot, children }: { snapshot?: Snapshot; children: ReactNode }) {
  const router = useRouter()
  return (
    // What server components rendered by the old choice is rendered again.
    <ConsentProvider consent={consent} snapshot={snapshot} onDecision={() => router.refresh()}>
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
        <Link href="/account">Account</Link>
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
