import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConsentBanner, defineConsent, PreferencesPanel, type ConsentBannerProps } from 'assent'
import { loadLocale, locales, type Locale, type LocaleTag } from 'assent/locales'
import { useLayoutEffect, useMemo, type ReactNode } from 'react'
import sheets from 'virtual:sheets'
import { schemeOf } from '../.storybook/scheme.js'
import { SitePage } from './visit/site-page.js'
import { VisitProvider } from './visit/visit.js'

const THEMES = ['none', 'shadcn', 'material', 'round', 'plain', 'contrast'] as const

interface Args {
  /** Where the banner stands from 640 px. */
  layout: NonNullable<ConsentBannerProps['layout']>
  /** How the panel opens. */
  panel: 'dialog' | 'drawer'
  /** A file of `assent/themes`. */
  theme: (typeof THEMES)[number]
  scheme: 'system' | 'light' | 'dark'
  /** `--assent-accent` */
  accent?: string
  /** `--assent-radius`, in pixels */
  radius?: number
  language: LocaleTag
  direction: 'of the language' | 'ltr' | 'rtl'
  /** What the law asks where the visitor is. */
  region: 'opt-in' | 'opt-out' | 'notice'
  /** Whether marketing has services with switches of their own. */
  services: boolean
  /** Whether the browser sends Global Privacy Control. */
  gpc: boolean
}

const nameOf = new Intl.DisplayNames('en', { type: 'language' })

const meta = {
  title: 'Playground',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', visit: false, controls: { expanded: false } },
  args: {
    layout: 'card',
    panel: 'dialog',
    theme: 'none',
    scheme: 'system',
    language: 'en',
    direction: 'of the language',
    region: 'opt-in',
    services: true,
    gpc: false,
  },
  argTypes: {
    layout: { control: 'select', options: ['card', 'bar', 'dialog', 'inline'], table: { category: 'Looks' } },
    panel: { control: 'inline-radio', options: ['dialog', 'drawer'], table: { category: 'Looks' } },
    theme: { control: 'select', options: THEMES, table: { category: 'Looks' } },
    scheme: { control: 'inline-radio', options: ['system', 'light', 'dark'], table: { category: 'Looks' } },
    accent: { control: 'color', table: { category: 'Looks' } },
    radius: { control: { type: 'range', min: 0, max: 32 }, table: { category: 'Looks' } },
    language: {
      control: {
        type: 'select',
        labels: Object.fromEntries(locales.map((tag) => [tag, `${nameOf.of(tag) ?? ''} (${tag})`])),
      },
      options: locales,
      table: { category: 'Words' },
    },
    direction: {
      control: 'inline-radio',
      options: ['of the language', 'ltr', 'rtl'],
      table: { category: 'Words' },
    },
    region: {
      control: {
        type: 'select',
        labels: {
          'opt-in': 'opt-in: asks, as in the EU',
          'opt-out': 'opt-out: no banner, as in the USA',
          notice: 'opt-out with notice, as in California',
        },
      },
      options: ['opt-in', 'opt-out', 'notice'],
      table: { category: 'Law' },
    },
    services: { control: 'boolean', table: { category: 'Law' } },
    gpc: { control: 'boolean', table: { category: 'Law' } },
  },
  loaders: [async ({ args }) => ({ language: await loadLocale(args.language) })],
  render: (args, { loaded }) => <Playground {...args} words={loaded.language as Locale} />,
} satisfies Meta<Args>
export default meta

/** Every control changes the page at once. A visit begins again where the declaration changes. */
export const Page: StoryObj<Args> = { name: 'Playground' }

function Playground({ words, ...args }: Args & { words: Locale }): ReactNode {
  const { layout, panel, theme, scheme, accent, radius, direction, region, services, gpc } = args
  const consent = useMemo(() => declare(region, services), [region, services])

  // After the decorators, which set what the toolbar says.
  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset.assentTheme = scheme
    root.style.colorScheme = schemeOf(scheme)
    root.lang = words.locale
    root.dir = direction === 'of the language' ? words.dir : direction
  })

  return (
    <>
      <style>{`${theme === 'none' ? '' : (sheets[`themes/${theme}.css`] ?? '')}${theme === 'shadcn' ? tokens : ''}
        html { ${accent ? `--assent-accent: ${accent};` : ''} ${radius === undefined ? '' : `--assent-radius: ${String(radius)}px;`} }`}</style>
      <VisitProvider
        key={[region, services, gpc].join()}
        visit={{ consent, gpc, messages: words, cookies: '_ga=GA1.1.4711' }}
      >
        <SitePage>
          <ConsentBanner layout={layout} panel={<PreferencesPanel layout={panel} />} />
        </SitePage>
      </VisitProvider>
    </>
  )
}

/** What shadcn/ui's theme gives a site. */
const tokens = `html { --background: light-dark(#fff, #0a0a0a); --foreground: light-dark(#0a0a0a, #fafafa);
  --muted-foreground: light-dark(#616161, #a1a1a1); --border: light-dark(#e5e5e5, #2e2e2e); --primary: light-dark(#171717, #e5e5e5);
  --primary-foreground: light-dark(#fafafa, #171717); --ring: light-dark(#737373, #a1a1a1); --radius: 0.625rem }`

function declare(region: Args['region'], services: boolean) {
  const regime = region === 'opt-in' ? 'opt-in' : 'opt-out'
  return defineConsent({
    version: 1,
    categories: {
      essential: {
        name: 'Essential cookies',
        description: 'Required for basic site functionality.',
        required: true,
        cookies: ['sessionid'],
      },
      functional: {
        name: 'Functional cookies',
        description: 'Remember your preferences.',
        regime,
        cookies: ['language'],
      },
      analytics: {
        name: 'Analytics cookies',
        description: 'Help us understand how the site is used.',
        regime,
        cookies: [{ name: '_ga*', provider: 'Google', purpose: 'Tells visitors apart', duration: '2 years' }],
      },
      marketing: {
        name: 'Marketing cookies',
        description: 'Used to show you relevant advertisements.',
        regime,
        ...(services && {
          services: {
            meta: { name: 'Meta Pixel', description: 'Measures which ads lead here.', cookies: ['_fbp'] },
            uet: { name: 'Microsoft Advertising', cookies: ['_uet*'] },
          },
        }),
        cookies: ['ad_*'],
      },
    },
    notice: region === 'notice',
    policy: '#privacy',
  })
}
