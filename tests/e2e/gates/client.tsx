import {
  ConsentBanner,
  ConsentFrame,
  ConsentProvider,
  ConsentScript,
  createBrowserJar,
  createConsentStore,
  watchTags,
  type ConsentStore,
} from 'assent'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { consent } from './consent.js'

/** What the page and its scripts tell a test. */
export interface Gates {
  store: ConsentStore
  ran: string[]
  watchTags: typeof watchTags
  /** Another store of this page. */
  createStore(): ConsentStore
  /** Renders, in a React root of its own, a script that waits. */
  renderScript(store: ConsentStore): Root
  /** Renders the banner. */
  renderBanner(store: ConsentStore): void
  /** Renders a script and a frame of these URLs. */
  renderUrl(src: string): Promise<void>
}

const ran: string[] = []
const say = (text: string) => () => void ran.push(text)
const createStore = (): ConsentStore => createConsentStore<typeof consent>(consent, { jar: createBrowserJar() })
const store = createStore()
const renderScript = (given: ConsentStore): Root => {
  const island = createRoot(document.body.appendChild(document.createElement('div')))
  island.render(
    <StrictMode>
      <ConsentProvider store={given}>
        <ConsentScript category="analytics" src="/run.js?island" onLoad={say('loaded')} onRevoke={say('revoked')} />
      </ConsentProvider>
    </StrictMode>,
  )
  return island
}
const renderBanner = (given: ConsentStore): void =>
  createRoot(document.getElementsByTagName('main')[0] ?? document.body).render(
    <ConsentProvider store={given}>
      <ConsentBanner />
    </ConsentProvider>,
  )
const renderUrl = (src: string) =>
  new Promise<void>((done) => {
    createRoot(document.body.appendChild(document.createElement('div'))).render(
      <ConsentProvider store={store}>
        <ConsentScript category="analytics" src={src} onError={() => done()} onLoad={() => done()} />
        <ConsentFrame category="analytics" src={src} title={src} />
      </ConsentProvider>,
    )
  })
Object.assign(window, {
  gates: { store, ran, watchTags, createStore, renderScript, renderBanner, renderUrl } satisfies Gates,
})

const [, host = ''] = /host=([^&]+)/.exec(location.search) ?? []
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <ConsentProvider store={store}>
        <ConsentScript
          category="analytics"
          src="/run.js?slow"
          integrity=""
          data-site="shop"
          onLoad={say('slow loaded')}
          onRevoke={say('slow revoked')}
        />
        <ConsentScript category="analytics" src="/run.js?quick" />
        <ConsentScript category="analytics" id="inline" onLoad={say('inline loaded')}>
          {"gates.ran.push('inline')"}
        </ConsentScript>
        <ConsentScript category="analytics" src="/run.js?quick" />
        <ConsentScript category="marketing" type="module" src={`//${host}/module.js`} onError={say('module failed')} />
        <ConsentFrame service="maps" src={`//${host}/map`} title="Map of the harbour" width={640} height={320} />
      </ConsentProvider>
    </StrictMode>,
  )
else if (location.pathname === '/own') store.start()
else {
  store.start()
  watchTags(store)
  document.addEventListener('assent:revoke', say('revoked'))
}
