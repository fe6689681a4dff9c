import type { Decorator, Preview } from '@storybook/react-vite'
import 'assent/styles.css'
import { useLayoutEffect } from 'react'
import { VisitProvider, type Visit } from '../stories/visit/visit.js'

// What an app would set on <html>: the theme, the language and its direction.
const withDocument: Decorator = (Story, { globals }) => {
  const root = document.documentElement
  root.dataset.assentTheme = String(globals.theme)
  root.style.colorScheme = String(globals.theme)
  root.style.background = 'Canvas'
  root.style.color = 'CanvasText'
  root.lang = String(globals.locale)
  root.dir = String(globals.direction)
  return <Story />
}

// A provider of its own for every story, as its parameter `visit` says.
const withVisit: Decorator = (Story, { parameters }) => (
  <div style={{ fontFamily: 'system-ui, sans-serif' }}>
    <VisitProvider visit={(parameters.visit ?? {}) as Visit}>
      <Story />
    </VisitProvider>
  </div>
)

// The parameter `styled: false` takes our stylesheet away.
const withStyles: Decorator = (Story, { parameters }) => (
  <>
    {parameters.styled === false && <NoStyles />}
    <Story />
  </>
)

function NoStyles(): null {
  useLayoutEffect(() => {
    const sheets = [...document.styleSheets].filter(({ cssRules }) =>
      [...cssRules].some((rule) => rule instanceof CSSLayerBlockRule && rule.name === 'assent'),
    )
    const set = (disabled: boolean) => {
      for (const sheet of sheets) sheet.disabled = disabled
    }
    set(true)
    return () => set(false)
  }, [])
  return null
}

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withVisit, withStyles, withDocument],
  globalTypes: {
    theme: { toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true } },
    locale: { toolbar: { title: 'Language', icon: 'globe', items: ['en'], dynamicTitle: true } },
    direction: { toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
  },
  initialGlobals: { theme: 'light', locale: 'en', direction: 'ltr' },
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    viewport: {
      options: {
        zoomed: { name: '1280 × 1024 at 400 %', styles: { width: '320px', height: '256px' } },
        phone: { name: 'Phone', styles: { width: '360px', height: '740px' } },
        desktop: { name: 'Desktop', styles: { width: '1280px', height: '800px' } },
      },
    },
    options: { storySort: { order: ['Components', 'Hooks', 'Theming'] } },
  },
}

export default preview
