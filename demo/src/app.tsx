import { ConsentBanner, ConsentProvider, type Snapshot } from 'assent'
import type { ReactNode } from 'react'
import { Analytics } from './components/analytics.js'
import { Footer } from './components/footer.js'
import { Masthead } from './components/masthead.js'
import { consent } from './consent.js'
import { messagesIn } from './content/messages.js'
import { pageOf } from './pages/page-of.js'
import { useDocument } from './use-document.js'
import { useSettings, useWords } from './use-settings.js'

export interface AppProps {
  /** The path of the page. */
  path: string
  /** What the server rendered with; nothing on a page that is cached for everyone. */
  snapshot?: Snapshot | undefined
  /** The nonce of the reply, on the server. */
  nonce?: string | undefined
}

/** The whole site, alike on the server and in the browser. */
export function App({ path, snapshot, nonce }: AppProps) {
  return (
    <ConsentProvider consent={consent} snapshot={snapshot} nonce={nonce}>
      <Spoken>
        <ConsentBanner />
        <Analytics />
        <Site path={path} />
      </Spoken>
    </ConsentProvider>
  )
}

/** The language is a cookie that consent governs, and consent speaks in it. */
function Spoken({ children }: { children: ReactNode }) {
  const [{ language }] = useSettings()
  return (
    <ConsentProvider locale={language} messages={messagesIn(language)}>
      {children}
    </ConsentProvider>
  )
}

function Site({ path }: { path: string }) {
  const words = useWords()
  const page = pageOf(path)
  useDocument(page.title(words))
  return (
    <>
      <Masthead path={path} />
      <main id="main">{page.render()}</main>
      <Footer />
    </>
  )
}
