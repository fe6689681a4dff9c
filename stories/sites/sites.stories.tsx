import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConsentBanner, type ConsentBannerProps } from 'assent'
import { ar } from 'assent/locales/ar'
import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import { SitePage, type SiteWords } from '../visit/site-page.js'
import { BootstrapPage } from './bootstrap-page.js'
import { Site } from './site.js'
import { TailwindPage } from './tailwind-page.js'

const meta = {
  title: 'Sites',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { include: ['layout'] } },
  args: { layout: 'card' },
  argTypes: { layout: { control: 'inline-radio', options: ['card', 'bar', 'dialog', 'inline'] as const } },
  // The twins are twins on every site.
  play: async ({ canvas }) => {
    const [reject, accept] = ['reject', 'accept'].map((part) => {
      const { backgroundColor, color, height, fontSize } = getComputedStyle(partOf(part))
      return { backgroundColor, color, height, fontSize }
    })
    await expect(accept).toEqual(reject)
    await expect(accept?.backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
    await expect(canvas.getByRole('complementary', { name: 'Live state' })).toBeVisible()
  },
} satisfies Meta<Pick<ConsentBannerProps, 'layout'>>
export default meta

type Story = StoryObj<Pick<ConsentBannerProps, 'layout'>>

function partOf(name: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-assent="${name}"]`)
  if (!element) throw new Error(`There is no ${name}.`)
  return element
}

const on =
  (styles: readonly string[], page: ReactNode) =>
  ({ layout }: Pick<ConsentBannerProps, 'layout'>) => (
    <Site styles={styles}>
      <ConsentBanner layout={layout} />
      {page}
    </Site>
  )

/** A shop with styles of its own for its own elements, by `assent/styles.css`. */
export const Plain: Story = {
  render: ({ layout }) => (
    <SitePage>
      <ConsentBanner layout={layout} />
    </SitePage>
  ),
}

/** Styles without layers: by `assent/styles.unlayered.css`. */
export const Tailwind3: Story = {
  name: 'Tailwind 3',
  globals: { theme: 'light' },
  render: on(['Tailwind 3', 'styles.unlayered.css'], <TailwindPage />),
}

/** Styles in layers: by `assent/styles.css`. */
export const Tailwind4: Story = {
  name: 'Tailwind 4',
  globals: { theme: 'light' },
  render: on(['Tailwind 4', 'styles.css'], <TailwindPage />),
}

/** Styles without layers: by `assent/styles.unlayered.css`. */
export const Bootstrap5: Story = {
  name: 'Bootstrap 5',
  globals: { theme: 'light' },
  render: on(['Bootstrap 5', 'styles.unlayered.css'], <BootstrapPage />),
}

/** A page that has one theme, and it is dark. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  render: ({ layout }) => (
    <SitePage look="dark">
      <ConsentBanner layout={layout} />
    </SitePage>
  ),
}

/** Text of 13 px and little room. */
export const Dense: Story = {
  args: { layout: 'bar' },
  render: ({ layout }) => (
    <SitePage look="dense">
      <ConsentBanner layout={layout} />
    </SitePage>
  ),
}

const arabic: SiteWords = {
  name: 'فرن وطين',
  nav: ['أوعية', 'أطباق', 'الورشة', 'زورونا'],
  title: 'خزف مصنوع باليد',
  text: 'كل قطعة مزججة برماد من بستاننا، وتُحرق مرة واحدة على نار الحطب. لا تتشابه قطعتان.',
  items: [
    ['وعاء أرز', '٣٨ €'],
    ['وعاء شاي', '٤٤ €'],
    ['طبق', '٥٢ €'],
    ['إبريق', '٧٦ €'],
  ],
  rights: 'فرن وطين',
}

/** Arabic, from right to left: words and direction come with `assent/locales/ar`. */
export const Arabic: Story = {
  globals: { locale: 'ar', direction: 'rtl' },
  parameters: { visit: { messages: ar } },
  render: ({ layout }) => (
    <SitePage words={arabic}>
      <ConsentBanner layout={layout} />
    </SitePage>
  ),
}
