// The apps that are measured, each a module's text that exports `App`: a banner with a panel of four categories where the package
// has one, in English, around the same page. `npm run bench` installs the packages as bench/package.json pins them.

const ids = "['necessary', 'functional', 'analytics', 'marketing']"
const text = "'We store what this site needs, and with your consent what measures it.'"

/** The page around every banner, with nothing of anybody's in it. */
export const page = `
  export const Page = () => (
    <main>
      <h1>Shop</h1>
      {Array.from({ length: 30 }, (_, i) => (
        <section key={i}><h2>Article {i}</h2><p>What there is to say of article {i}, in a paragraph of one line or of two, as the screen is wide.</p></section>
      ))}
    </main>
  )`

/** @typedef {{ code: string, banner?: string, accept?: string }} App A module's text, and the selectors of its banner. */

const consent = `
  import { ConsentProvider, defineConsent } from 'assent'
  const consent = defineConsent({ version: 1, categories: Object.fromEntries(
    ${ids}.map((id) => [id, { name: id, description: ${text}, required: id === 'necessary' }])) })`

/** The provider without a banner. */
export const provider = `${consent}
  export const App = ({ children }) => <ConsentProvider consent={consent}>{children}</ConsentProvider>`

const assent = `${consent}
  import { ConsentBanner } from 'assent'
  import 'assent/styles/banner.css'
  export const App = ({ children }) => <ConsentProvider consent={consent}><ConsentBanner />{children}</ConsentProvider>`

/** The floors: what nobody could do without. `write` keeps the choice. @type {(write: string) => App} */
const handmade = (write) => ({
  code: `
    import { useState } from 'react'
    const ids = ${ids}
    const style = { position: 'fixed', inset: 'auto 0 0', padding: 16, background: 'Canvas', border: '1px solid' }
    ${write}
    export function App({ children }) {
      const [isOpen, setOpen] = useState(() => typeof document === 'undefined' || !document.cookie.includes('choice='))
      const [isPanel, setPanel] = useState(false)
      const choose = (chosen) => { keep(chosen); setOpen(false) }
      return <>
        {isOpen && <form id="banner" style={style} onSubmit={(event) => { event.preventDefault(); choose([...new FormData(event.target).keys()]) }}>
          <h2>Cookies</h2>
          <p>{${text}}</p>
          {isPanel && ids.map((id) => <label key={id}><input type="checkbox" name={id} />{id}</label>)}
          <button type="button" onClick={() => choose(ids.slice(0, 1))}>Reject all</button>
          <button type="button" id="accept" onClick={() => choose(ids)}>Accept all</button>
          {isPanel ? <button>Save</button> : <button type="button" onClick={() => setPanel(true)}>Customize</button>}
        </form>}
        {children}
      </>
    }`,
  banner: '#banner',
  accept: '#accept',
})

/** @type {Record<string, App>} */
export const banners = {
  'the page alone': { code: 'export const App = ({ children }) => children' },
  handmade: handmade(
    'const keep = (chosen) => { document.cookie = `choice=${chosen}; path=/; max-age=15552000; samesite=lax` }',
  ),
  'handmade, keeps a record and reads it back': handmade(`
    const keep = (categories) => {
      const record = { categories, timestamp: new Date().toISOString(), id: crypto.getRandomValues(new Uint32Array(4)).join('') }
      const text = encodeURIComponent(JSON.stringify(record))
      document.cookie = \`choice=\${text}; path=/; max-age=15552000; samesite=lax\`
      if (!document.cookie.includes(text)) throw new Error('The browser keeps no cookies.')
    }`),
  assent: { code: assent, banner: '[data-assent=banner]', accept: '[data-assent=accept]' },
  'react-cookie-consent': {
    code: `
      import { CookieConsent } from 'react-cookie-consent'
      export const App = ({ children }) => <><CookieConsent enableDeclineButton>{${text}}</CookieConsent>{children}</>`,
    banner: '.CookieConsent',
    accept: '#rcc-confirm-button',
  },
  'vanilla-cookieconsent': {
    code: `
      import { useEffect } from 'react'
      import { run } from 'vanilla-cookieconsent'
      import 'vanilla-cookieconsent/dist/cookieconsent.css'
      const en = {
        consentModal: { title: 'Cookies', description: ${text}, acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No', showPreferencesBtn: 'More' },
        preferencesModal: { title: 'Cookies', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No', savePreferencesBtn: 'Save',
          sections: ${ids}.map((id) => ({ title: id, description: ${text}, linkedCategory: id })) },
      }
      const categories = Object.fromEntries(${ids}.map((id) => [id, { readOnly: id === 'necessary' }]))
      export const App = ({ children }) => {
        useEffect(() => { run({ hideFromBots: false, categories, language: { default: 'en', translations: { en } } }) }, [])
        return children
      }`,
    banner: '#cc-main .cm',
    accept: '#cc-main [data-role=all]',
  },
  orejime: {
    code: `
      import { useEffect } from 'react'
      import 'orejime/dist/orejime-standard-en.js'
      import 'orejime/dist/orejime-standard.css'
      const purposes = ${ids}.map((id) => ({ id, title: id, description: ${text}, cookies: [], isMandatory: id === 'necessary' }))
      export const App = ({ children }) => {
        useEffect(() => { window.loadOrejime({ privacyPolicyUrl: '/privacy', purposes }) }, [])
        return children
      }`,
  },
  'c15t (@c15t/react, offline)': {
    code: `
      import { ConsentBanner, ConsentDialog, ConsentManagerProvider } from '@c15t/react'
      import '@c15t/react/styles.css'
      const options = {
        mode: 'offline', overrides: { country: 'DE' },
        consentCategories: ['necessary', 'functionality', 'measurement', 'marketing'],
      }
      export const App = ({ children }) => (
        <ConsentManagerProvider options={options}><ConsentBanner /><ConsentDialog />{children}</ConsentManagerProvider>
      )`,
    banner: '[data-testid=consent-banner-card]',
    accept: '[data-testid=consent-banner-accept-button]',
  },
  '@cookieyes/react': {
    code: `
      import { CookieBanner, CookiePreferences, initCookieYes } from '@cookieyes/react'
      import '@cookieyes/react/styles.css'
      initCookieYes({ mode: 'cookie-only', regulation: 'GDPR' })
      export const App = ({ children }) => <><CookieBanner /><CookiePreferences />{children}</>`,
  },
  klaro: {
    code: `
      import { useEffect } from 'react'
      import * as klaro from 'klaro/dist/klaro-no-css'
      import 'klaro/dist/klaro.min.css'
      const services = ${ids}.map((id) => ({ name: id, title: id, purposes: [id], required: id === 'necessary' }))
      export const App = ({ children }) => {
        useEffect(() => { klaro.setup({ version: 1, services }) }, [])
        return children
      }`,
  },
}

/** Apps that read and write one cookie. @type {Record<string, App>} */
export const hooks = {
  'js-cookie (no hook, no consent)': {
    code: `
      import Cookies from 'js-cookie'
      export const read = () => Cookies.get('theme'), write = (value) => Cookies.set('theme', value)`,
  },
  'react-cookie (no consent)': {
    code: `
      import { CookiesProvider, useCookies } from 'react-cookie'
      const Theme = () => { const [{ theme }, set] = useCookies(['theme']); return <b onClick={() => set('theme', 'dark')}>{theme}</b> }
      export const App = () => <CookiesProvider><Theme /></CookiesProvider>`,
  },
  assent: {
    code: `
      import { ConsentProvider, defineConsent, useCookie } from 'assent'
      const consent = defineConsent({ version: 1, categories: { functional: { name: '', description: '', cookies: ['theme'] } } })
      const Theme = () => { const [theme, set] = useCookie('theme'); return <b onClick={() => set('dark')}>{theme}</b> }
      export const App = () => <ConsentProvider consent={consent}><Theme /></ConsentProvider>`,
  },
}

/** Stores of consent without React. @type {Record<string, App>} */
export const stores = {
  'zustand alone': {
    code: "import { createStore } from 'zustand/vanilla'; export const store = createStore(() => ({}))",
  },
  assent: {
    code: `
      import { createBrowserJar, createConsentStore, defineConsent } from 'assent/core'
      const consent = defineConsent({ version: 1, categories: { functional: { name: '', description: '', cookies: ['theme'] } } })
      export const store = createConsentStore(consent, { jar: createBrowserJar() })`,
  },
}
