import {
  ConsentBanner,
  ConsentGate,
  ConsentProvider,
  PreferencesButton,
  PreferencesForm,
  useConsent,
  useCookie,
  type Snapshot,
} from 'assent'
import { lazy, StrictMode, Suspense, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { consentOf, theme, type PageCase } from './cases.js'

interface AppProps {
  page: PageCase
  snapshot: Snapshot | undefined
  nonce?: string | undefined
}

/** A page of a site that uses assent: the same on the server and in the browser. */
export function App({ page, snapshot, nonce }: AppProps): ReactNode {
  const banner = page.late ? (
    <Suspense fallback={<p>Loading</p>}>
      <Late>
        <ConsentBanner />
      </Late>
    </Suspense>
  ) : (
    <ConsentBanner />
  )
  const app = (
    <ConsentProvider consent={consentOf(page)} snapshot={snapshot} nonce={nonce}>
      {banner}
      <main>
        <h1>Shop</h1>
        <Theme />
        <ConsentGate category="analytics" fallback={<p>Not measured</p>}>
          <p>Measured</p>
        </ConsentGate>
        {page.form && <PreferencesForm />}
        {page.stream && (
          <Suspense fallback={<p>Loading</p>}>
            <Late>
              <p>Late words</p>
            </Late>
          </Suspense>
        )}
        <PreferencesButton />
        <Live />
      </main>
    </ConsentProvider>
  )
  return page.strict ? <StrictMode>{app}</StrictMode> : app
}

function Theme(): ReactNode {
  const [value, setValue, { blocked }] = useCookie(theme)
  return (
    <button type="button" onClick={() => setValue('dark')}>
      Theme: {value}
      {blocked ? ', blocked' : ''}
    </button>
  )
}

/** React 18 warns of layout effects on a server. */
const useBrowserEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** Comes after the rest of the page. */
const Late = lazy(async () => {
  await new Promise((resolve) => setTimeout(resolve, 20))
  return { default: ({ children }: { children: ReactNode }) => children }
})

/** Tells a test that the page is hydrated, and whether what waits for a grant has ever run. */
function Live(): ReactNode {
  const isGranted = useConsent('analytics')
  useBrowserEffect(() => {
    document.documentElement.dataset.committed = ''
  }, [])
  useEffect(() => {
    if (isGranted) document.documentElement.dataset.measured = ''
  }, [isGranted])
  useEffect(() => {
    document.documentElement.dataset.live = ''
  }, [])
  return null
}
