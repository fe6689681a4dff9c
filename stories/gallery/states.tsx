import {
  Banner,
  ConsentBanner,
  ConsentFrame,
  CookieTable,
  defineConsent,
  PreferencesButton,
  PreferencesForm,
  PreferencesPanel,
} from 'assent'
import type { ReactNode } from 'react'
import { consent } from '../visit/consent.js'
import type { Visit } from '../visit/visit.js'

export interface State {
  readonly name: string
  readonly visit?: Visit
  readonly part: ReactNode
  /** In pixels. */
  readonly height: number
  /** What the visitor does when it is there. */
  readonly act?: (page: Document) => void
}

export interface Group {
  readonly name: string
  /** The story that is live. */
  readonly story: string
  readonly states: readonly State[]
}

const poster = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#cfe0ea"/><path d="M0 230Q160 90 320 220T640 190V360H0Z" fill="#5d7f6a"/><path d="M0 360Q260 250 640 330V360Z" fill="#20465c"/></svg>',
)}`

const changed = { ...consent, changes: { 2: 'Microsoft Advertising measures which ads lead here.' } }
const withoutPolicy = { ...consent, policy: undefined }

/** Where nothing needs consent, and the site informs. */
const notice = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Required for basic site functionality.', required: true },
    marketing: { name: 'Marketing', description: 'Shows advertising.', regime: 'opt-out', cookies: ['_fbp'] },
  },
  notice: true,
  policy: '#privacy',
})

/** Names that are longer than anyone plans for. */
const longNames = {
  title: 'Ihre Entscheidung über Cookies und ähnliche Technologien',
  accept: 'Alle Verarbeitungszwecke akzeptieren',
  reject: 'Alle Verarbeitungszwecke ablehnen',
  customize: 'Individuelle Datenschutzeinstellungen',
}

const banner = <ConsentBanner panel={false} />
const frame = (withPoster?: string) => (
  <ConsentFrame service="meta" src="/video.html" title="How we glaze a bowl" poster={withPoster} />
)

/** Presses the button of a part, as a visitor does. */
const press = (part: string) => (page: Document) => {
  page.querySelector<HTMLElement>(`[data-assent="${part}"]`)?.click()
}
const openDetails = (page: Document) => {
  for (const details of page.querySelectorAll('details')) details.open = true
  page.querySelector('details:has([data-assent=box])')?.scrollIntoView({ block: 'center' })
}

export const groups: readonly Group[] = [
  {
    name: 'Banner',
    story: 'components-consentbanner--undecided',
    states: [
      { name: 'A first visit', part: banner, height: 430 },
      {
        name: 'A new version, and what is new',
        visit: { consent: changed, status: 'outdated', granted: ['analytics'] },
        part: banner,
        height: 430,
      },
      { name: 'A notice, where nothing needs consent', visit: { consent: notice }, part: banner, height: 430 },
      { name: 'Global Privacy Control is honoured', visit: { gpc: true }, part: banner, height: 430 },
      { name: 'Without a policy', visit: { consent: withoutPolicy }, part: banner, height: 430 },
      { name: 'Long words', visit: { messages: longNames }, part: banner, height: 560 },
      {
        name: 'Saved, where a form came back',
        part: (
          <>
            {banner}
            <Banner.Saved />
          </>
        ),
        act: (page) => {
          press('reject')(page)
          page.querySelector('[data-assent=saved]')?.toggleAttribute('data-shown', true)
        },
        height: 160,
      },
    ],
  },
  {
    name: 'Panel',
    story: 'components-preferencespanel--open',
    states: [
      { name: 'Nothing is ticked before a choice', visit: { open: true }, part: <PreferencesPanel />, height: 640 },
      {
        name: 'A choice, with one of two services',
        visit: { open: true, granted: ['functional', 'marketing'], services: ['meta'] },
        part: <PreferencesPanel />,
        height: 640,
      },
      {
        name: 'Cookies and services',
        visit: { open: true, granted: ['marketing'], services: ['meta'] },
        part: <PreferencesPanel />,
        act: openDetails,
        height: 640,
      },
    ],
  },
  {
    name: 'Form and button',
    story: 'components-preferencesform--undecided',
    states: [
      { name: 'Form', visit: { granted: ['functional'] }, part: <PreferencesForm />, height: 700 },
      { name: 'Form, saved', part: <PreferencesForm />, act: press('reject'), height: 740 },
      { name: 'Button', part: <PreferencesButton />, height: 80 },
      {
        name: 'Button, where something is opt-out',
        visit: { consent: notice },
        part: <PreferencesButton />,
        height: 80,
      },
    ],
  },
  {
    name: 'Frame',
    story: 'components-consentframe--waiting',
    states: [
      { name: 'Waiting', part: frame(), height: 300 },
      { name: 'Waiting, with a poster', part: frame(poster), height: 300 },
      { name: 'Shown', visit: { granted: ['marketing'] }, part: frame(), height: 230 },
    ],
  },
  {
    name: 'Table',
    story: 'components-cookietable--default',
    states: [{ name: 'On a phone', part: <CookieTable />, height: 640 }],
  },
]
