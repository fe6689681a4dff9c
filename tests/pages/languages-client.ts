// Every part in one of our languages, on one page.
import {
  ConsentBanner,
  type ConsentBannerProps,
  ConsentFrame,
  ConsentProvider,
  CookieTable,
  days,
  defineConsent,
  defineCookie,
  type PartialMessages,
  PreferencesButton,
  PreferencesForm,
} from 'assent'
import { loadLocale, locales, type LocaleTag } from 'assent/locales'
import { createElement as h } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'

export interface Shown {
  readonly tag: LocaleTag
  readonly layout?: ConsentBannerProps['layout']
  /** Whether the banner informs, instead of asking. */
  readonly notice?: boolean
  /** Words to use instead of the language's. */
  readonly own?: PartialMessages
}

/** What a test calls. */
export interface LanguagesPage {
  readonly locales: typeof locales
  /** Shows the page, and resolves when it stands. */
  show(shown: Shown): Promise<void>
}

const visitor = defineCookie('visitor', { default: '', maxAge: days(390), provider: 'Example', purpose: 'A1' })
const texts = (name: string) => ({ name, description: name })
const consentFor = (notice: boolean) => {
  const regime = notice ? 'opt-out' : 'opt-in'
  return defineConsent({
    version: 1,
    language: 'x-own', // so that our words count for all categories, in English, too
    categories: {
      essential: { ...texts('essential'), required: true, cookies: ['sid'] },
      functional: {
        ...texts('functional'),
        regime,
        cookies: [defineCookie('theme', { default: '', maxAge: days(1) })],
      },
      analytics: { ...texts('analytics'), regime, cookies: [visitor], storage: ['visits'] },
      marketing: { ...texts('marketing'), regime, services: { ads: { name: 'Example Ads', cookies: ['_ads'] } } },
      social: { ...texts('social'), regime },
    },
    notice,
    policy: '/privacy',
  })
}
const consents = { ask: consentFor(false), notice: consentFor(true) }

let root: Root | undefined

const page: LanguagesPage = {
  locales,
  async show({ tag, layout, notice, own }) {
    const words = await loadLocale(tag)
    root?.unmount()
    document.body.replaceChildren()
    root = createRoot(document.body.appendChild(document.createElement('div')))
    const app = h(
      ConsentProvider,
      { consent: notice ? consents.notice : consents.ask, messages: { ...words, ...own } },
      h(ConsentBanner, { layout }),
      h(
        'main',
        { style: { padding: 16 } },
        h(PreferencesButton),
        h(PreferencesForm),
        h(CookieTable),
        h(ConsentFrame, { category: 'marketing', src: 'https://video.example/', title: 'A1' }),
      ),
    )
    flushSync(() => root?.render(app))
  },
}
Object.assign(window, page)
