import { fileURLToPath } from 'node:url'
import type { StorybookConfig } from '@storybook/react-vite'
import { beforePaint } from '../scripts/before-paint.mjs'
import { docsPagesPlugin, writeDocsPages } from '../scripts/docs-pages.mjs'
import { siteSheetsPlugin } from './site-sheets.js'
import { development } from './development.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

writeDocsPages(path('./pages'))

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['./pages/*.mdx', '../stories/**/*.@(mdx|stories.tsx)'],
  staticDirs: ['./static'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  typescript: {
    // It follows the types of forwarded components, so the tables show our TSDoc.
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      include: ['src/{react,components}/**/*.{ts,tsx}'],
      shouldExtractLiteralValuesFromEnum: true,
      propFilter: ({ parent }) => !parent?.fileName.includes('node_modules'),
    },
  },
  // Stories import what users import; here that is the source.
  viteFinal: (vite) => ({
    ...vite,
    plugins: [vite.plugins, beforePaint(), docsPagesPlugin(), siteSheetsPlugin(), development(path('../src/'))],
    build: {
      ...vite.build,
      // 'use client' means nothing here, and how long plugins take and how large Storybook is, is its own affair.
      rolldownOptions: {
        ...vite.build?.rolldownOptions,
        checks: { moduleLevelDirective: false, bundlerTimings: false },
      },
      chunkSizeWarningLimit: 2000,
      // light-dark() stays as it is: pages change their color-scheme by the toolbar.
      cssTarget: 'esnext',
    },
    resolve: {
      ...vite.resolve,
      alias: [
        { find: /^assent\/styles\.css$/, replacement: path('../src/styles/index.css') },
        { find: /^assent$/, replacement: path('../src/index.ts') },
        { find: /^assent\/([\w/-]+)$/, replacement: path('../src/$1.ts') },
      ],
    },
  }),
}

export default config
