import { DocsContainer, Source, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import {
  createContext,
  useContext,
  useEffect,
  useState,
  type ComponentProps,
  type Context,
  type PropsWithChildren,
  type ReactNode,
} from 'react'
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events'
import { themes } from 'storybook/theming'
import { prefersDark, schemeOf } from './scheme.js'
import './docs-page.css'

interface Globals {
  readonly globals?: { readonly theme?: unknown }
}

/** `light` or `dark`, as the page of docs is drawn. */
export const DocsTheme: Context<'light' | 'dark'> = createContext<'light' | 'dark'>('light')

/** Draws a page of docs light or dark, as the toolbar says. */
export function DocsPage({ context, children }: PropsWithChildren<DocsContainerProps>): ReactNode {
  const { channel } = context
  const [theme, setTheme] = useState<unknown>(
    () => (channel.last(SET_GLOBALS) as [Globals?] | undefined)?.[0]?.globals?.theme,
  )
  const [isSystemDark, setSystemDark] = useState(prefersDark.matches)

  useEffect(() => {
    const hear = ({ globals }: Globals) => setTheme(globals?.theme)
    const look = () => setSystemDark(prefersDark.matches)
    channel.on(GLOBALS_UPDATED, hear)
    prefersDark.addEventListener('change', look)
    return () => {
      channel.off(GLOBALS_UPDATED, hear)
      prefersDark.removeEventListener('change', look)
    }
  }, [channel])

  const scheme = schemeOf(theme)
  const isDark = scheme === 'dark' || (scheme !== 'light' && isSystemDark)
  useEffect(() => {
    document.documentElement.style.colorScheme = scheme
    document.documentElement.dataset.docsTheme = isDark ? 'dark' : 'light'
  }, [scheme, isDark])

  return (
    <DocsContainer context={context} theme={isDark ? dark : light}>
      <DocsTheme value={isDark ? 'dark' : 'light'}>{children}</DocsTheme>
    </DocsContainer>
  )
}

/** Code, as light or dark as the page. */
export function ThemedSource(props: ComponentProps<typeof Source>): ReactNode {
  return <Source {...props} dark={useContext(DocsTheme) === 'dark'} />
}

const fonts = { fontBase: 'system-ui, sans-serif', fontCode: 'ui-monospace, monospace' }
const light = { ...themes.light, ...fonts, appContentBg: '#ffffff', textColor: '#1b1c1f', colorSecondary: '#2360e0' }
const dark = { ...themes.dark, ...fonts, appContentBg: '#17181b', textColor: '#f1f2f4', colorSecondary: '#82aefc' }
