import type { Decorator, Loader, Preview } from '@storybook/react-vite'
import { loadLocale, locales, type Locale, type LocaleTag } from 'assent/locales'
import { useLayoutEffect } from 'react'
import { VisitProvider, type Visit } from '../stories/visit/visit.js'
import { DocsPage, ThemedSource } from './docs-page.js'
import { withoutOwnSheet } from './own-sheet.js'
import { schemeOf } from './scheme.js'

const isOurs = (tag: unknown): tag is LocaleTag => locales.some((other) => other === tag)

// The words of the language that the toolbar says: English is there without.
const withWords: Loader = async ({ globals: { locale } }) => ({
  words: isOurs(locale) && locale !== 'en' ? await loadLocale(locale) : undefined,
})

// What an app would set on <html>: the theme, the language and its direction.
const withDocument: Decorator = (Story, { globals, loaded }) => {
  const words = loaded.words as Locale | undefined
  const root = document.documentElement
  const direction = String(globals.direction)
  root.dataset.assentTheme = String(globals.theme)
  root.style.colorScheme = schemeOf(globals.theme)
  root.style.background = 'Canvas'
  root.style.color = 'CanvasText'
  root.lang = String(globals.locale)
  root.dir = direction === 'auto' ? (words?.dir ?? 'ltr') : direction
  return <Story />
}

// A provider of its own for every story, as its parameter `visit` says; `visit: false` leaves that to the story.
const withVisit: Decorator = (Story, { parameters, loaded }) => {
  const visit = (parameters.visit ?? {}) as Visit | false
  if (visit === false) return <Story />
  const messages = visit.messages ?? (loaded.words as Locale | undefined)
  return (
    <VisitProvider visit={{ ...visit, messages }}>
      <Story />
    </VisitProvider>
  )
}

// The parameter `styled: false` takes our stylesheet away.
const withStyles: Decorator = (Story, { parameters }) => (
  <>
    {parameters.styled === false && <NoStyles />}
    <Story />
  </>
)

function NoStyles(): null {
  useLayoutEffect(withoutOwnSheet, [])
  return null
}

const nameOf = new Intl.DisplayNames('en', { type: 'language' })

const preview: Preview = {
  tags: ['autodocs'],
  loaders: [withWords],
  decorators: [withVisit, withStyles, withDocument],
  globalTypes: {
    theme: { toolbar: { title: 'Theme', icon: 'mirror', items: ['system', 'light', 'dark'], dynamicTitle: true } },
    locale: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: locales.map((tag) => ({ value: tag, title: nameOf.of(tag) ?? tag })),
        dynamicTitle: true,
      },
    },
    direction: {
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [{ value: 'auto', title: 'of the language' }, 'ltr', 'rtl'],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'system', locale: 'en', direction: 'auto' },
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { container: DocsPage, components: { Source: ThemedSource } },
    viewport: {
      options: {
        zoomed: { name: '1280 × 1024 at 400 %', styles: { width: '320px', height: '256px' } },
        phone: { name: 'Phone', styles: { width: '360px', height: '740px' } },
        desktop: { name: 'Desktop', styles: { width: '1280px', height: '800px' } },
      },
    },
    options: {
      // Pages of docs keep the order of their index.
      storySort: {
        order: ['Welcome', 'Playground', 'Gallery', 'Sites', 'Docs', 'Components', 'Hooks', 'Devtools'],
      },
    },
  },
}

export default preview
