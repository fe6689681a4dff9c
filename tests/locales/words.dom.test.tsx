import { act, render, screen } from '@testing-library/react'
import {
  type Consent,
  ConsentBanner,
  ConsentFrame,
  ConsentProvider,
  CookieTable,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  defineCookie,
  type PartialMessages,
  PreferencesButton,
  PreferencesForm,
} from 'assent'
import { loadLocale, type LocaleTag } from 'assent/locales'
import { ar } from 'assent/locales/ar'
import { de } from 'assent/locales/de'
import { en } from 'assent/locales/en'
import type { ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

const both = (text: string) => ({ en: text, de: `${text} (de)` })
const declaration = {
  version: 2,
  changes: { 2: both('Maps') },
  categories: {
    essential: { name: 'Needed', description: 'Keeps you signed in.', required: true },
    analytics: {
      name: both('Numbers'),
      description: both('Counts.'),
      purpose: both('counting'),
      cookies: [{ name: '_n', provider: both('Counter'), purpose: both('Counts you'), duration: both('A while') }],
    },
    marketing: {
      name: 'Ads',
      description: 'Shows ads.',
      cookies: [defineCookie('ad', { default: '', maxAge: 86_400 })],
    },
    maps: { name: both('Maps'), description: 'Shows maps.' },
  },
  endpoint: '/consent',
} as const
const consent = defineConsent(declaration)

function App({ messages, given = consent }: { messages: PartialMessages; given?: Consent }): ReactNode {
  return (
    <ConsentProvider consent={given} messages={messages}>
      <ConsentBanner />
      <PreferencesButton />
      <PreferencesForm />
      <CookieTable />
      <ConsentFrame category="marketing" src="https://video.example/" title="Film" />
    </ConsentProvider>
  )
}
const part = (name: string): Element => {
  const found = document.querySelector(`[data-assent="${name}"]`)
  if (!found) throw new Error(`There is no ${name}.`)
  return found
}

describe.each([de, ar])('$locale', (words) => {
  it('is marked on every part that holds words, with its direction', () => {
    render(<App messages={words} />)
    const frame = part('frame')
    const parts = [
      ...['banner', 'panel', 'form', 'table', 'open'].map(part),
      ...frame.querySelectorAll('p:not([data-assent=title]), button'),
    ]
    for (const element of parts) {
      expect(element, element.outerHTML.slice(0, 80)).toHaveAttribute('lang', words.locale)
      expect(element).toHaveAttribute('dir', words.dir)
    }
  })

  it('is the same on a server and in the first render of a page', async () => {
    const markup = renderToString(<App messages={words} />)
    const root = document.body.appendChild(document.createElement('div'))
    root.innerHTML = markup
    const onRecoverableError = vi.fn()
    await act(async () => {
      const mounted = hydrateRoot(root, <App messages={words} />, { onRecoverableError })
      await Promise.resolve()
      return mounted
    })
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(root.querySelector('[data-assent=banner]')).toHaveTextContent(words.title)
    root.remove()
  })
})

describe('of name, description, purpose, and of cookies', () => {
  const show = async (tag: LocaleTag, own: PartialMessages = {}, rest: object = {}): Promise<string> => {
    const { container } = render(
      <App messages={{ ...(await loadLocale(tag)), ...own }} given={defineConsent({ ...declaration, ...rest })} />,
    )
    return container.textContent
  }

  it('the site’s own messages win', async () => {
    const text = await show('de', {
      categories: { ...de.categories, analytics: { name: 'Messung', purpose: 'Messungen' } },
    })
    expect(text).toContain('Messungen')
    expect(text).not.toContain('Numbers (de)')
    expect(text).toContain('Counts. (de)') // what they leave out
  })

  it('then the declaration’s text in that language, by its tag', async () => {
    const text = await show('de')
    for (const one of ['Numbers', 'Counts.', 'counting', 'Counter', 'Counts you', 'A while', 'Maps'])
      expect(text).toContain(`${one} (de)`)
    expect(text).not.toContain(de.categories.analytics.name)
  })

  it('then our language’s, for known ids', async () => {
    const text = await show('de')
    expect(text).toContain(de.categories.essential.name)
    expect(text).toContain(de.categories.marketing.purpose)
    expect(text).not.toContain('Keeps you signed in.')
  })

  it('then the declaration’s in another language', async () => {
    const text = await show('fr')
    expect(text).toContain('Shows maps.')
    expect(text).toContain('Counts you')
    expect(text).not.toContain('(de)')
  })

  it('the declaration’s language counts: its texts are German', async () => {
    const text = await show('de', {}, { language: 'de' })
    expect(text).toContain('Keeps you signed in.')
    expect(text).toContain('Ads')
    expect(text).not.toContain(de.categories.marketing.name)
  })

  it('a region takes the language’s', async () => {
    const text = await show('de', { locale: 'de-AT' })
    expect(text).toContain('Numbers (de)')
    expect(text).toContain(de.categories.essential.name)
    expect(part('banner')).toHaveAttribute('lang', 'de-AT')
    expect(text).toContain('1 Tag')
  })
})

it('one string is overridden in one line, and the rest stays', () => {
  render(<App messages={{ ...de, accept: 'Einverstanden' }} />)
  expect(screen.getAllByRole('button', { name: 'Einverstanden' })).not.toHaveLength(0)
  expect(screen.getAllByRole('button', { name: de.reject })).not.toHaveLength(0)
  expect(part('banner')).toHaveAttribute('lang', 'de')
})

it('what is new is told in the language of the words', () => {
  const record = { categories: ['essential'], timestamp: new Date().toISOString(), version: 1, via: 'reject' }
  const store = createConsentStore(consent, {
    jar: createMemoryJar(`cookie_consent=${encodeURIComponent(JSON.stringify(record))}`),
  })
  store.refresh()
  const show = (messages: PartialMessages) => (
    <ConsentProvider store={store} messages={messages}>
      <ConsentBanner />
    </ConsentProvider>
  )
  const { rerender } = render(show(de))
  expect(part('changes')).toHaveTextContent(de.changes.replace('{changes}', 'Maps (de)'))
  rerender(show(en))
  expect(part('changes')).toHaveTextContent('New since your last choice: Maps')
})
