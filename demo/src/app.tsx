import { ConsentBanner, ConsentProvider, PreferencesPanel, type Snapshot } from 'assent'
import type { Locale } from 'assent/locales'
import { useMemo, type ReactNode } from 'react'
import { Analytics } from './components/analytics.js'
import { Footer } from './components/footer.js'
import { Masthead } from './components/masthead.js'
import { consent } from './consent.js'
import { createLog, LogContext, type Log } from './happening/log.js'
import { tellDecision, Watch } from './happening/watch.js'
import { WhatHappened } from './happening/what-happened.js'
import { pageOf } from './pages/page-of.js'
import { Strip } from './trying/strip.js'
import { TryingProvider, useTrying } from './trying/trying.js'
import type { Options } from './trying/options.js'
import { useDocument } from './use-document.js'
import { useBannerWords, useSettings, useWords } from './use-settings.js'

export interface AppProps {
  /** The path of the page. */
  path: string
  /** What is switched, by the query of the page. */
  options: Options
  /** Whether the drawer of the switches is open. */
  isOpen?: boolean
  /** The words of the banner, where they are not those of the page. */
  words?: Locale | undefined
  /** What the server rendered with; nothing on a page that is cached for everyone. */
  snapshot?: Snapshot | undefined
  /** The nonce of the reply, on the server. */
  nonce?: string | undefined
  /** Where it is written down what happens in the page. */
  log?: Log
}

/** The whole site, alike on the server and in the browser. */
export function App({ path, options, isOpen = false, words, snapshot, nonce, log: given }: AppProps) {
  const log = useMemo(() => given ?? createLog(), [given])
  return (
    <ConsentProvider
      consent={consent}
      snapshot={snapshot}
      region={options.region}
      nonce={nonce}
      onDecision={(record, { reason }) => tellDecision(log, reason, record?.categories)}
    >
      <TryingProvider path={path} options={options} words={words} isOpen={isOpen}>
        <LogContext value={log}>
          <Watch />
          <Spoken>
            <Site path={path} />
          </Spoken>
        </LogContext>
      </TryingProvider>
    </ConsentProvider>
  )
}

/** The language is a cookie that consent governs, and consent speaks in it, unless another is switched on. */
function Spoken({ children }: { children: ReactNode }) {
  const [{ language }] = useSettings()
  const messages = useBannerWords()
  return (
    <ConsentProvider locale={messages?.locale ?? language} messages={messages}>
      {children}
    </ConsentProvider>
  )
}

function Site({ path }: { path: string }) {
  const { options } = useTrying()
  const words = useWords()
  const page = pageOf(path)
  useDocument(page.title(words), options.theme)
  return (
    <>
      <ConsentBanner layout={options.layout} panel={<PreferencesPanel layout={options.panel} />} />
      <Analytics />
      <Strip />
      <div className="stage">
        <WhatHappened />
        <div className="shop">
          <Masthead path={path} />
          <main id="main">{page.render()}</main>
          <Footer />
        </div>
      </div>
    </>
  )
}
