import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig } from 'vitest/config'
import { beforePaint } from './scripts/before-paint.mjs'
import { chromium } from './scripts/browsers.mjs'
import { serveEndpoint } from './tests/pages/serve-endpoint.ts'
import { servePages } from './tests/pages/serve-pages.ts'
import { serveSheets } from './tests/styles/serve-sheets.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

// Tests import what users import; here that is the source.
const assent = [
  { find: '#crypto', replacement: path('src/server/signing/crypto/node.ts') },
  { find: /^assent\/styles\.css$/, replacement: path('src/styles/index.css') },
  { find: /^assent\/styles\/(\w+)\.css$/, replacement: path('src/styles/$1.css') },
  { find: /^assent$/, replacement: path('src/index.ts') },
  { find: /^assent\/([\w/-]+)$/, replacement: path('src/$1.ts') },
  { find: /^@\/components\/ui\//, replacement: path('registry/stand-in/components/ui/') },
  { find: /^@\/components\//, replacement: path('registry/source/') },
]

// REACT=18 runs the same tests on the oldest React that the package supports, installed by the workspace tests/react18.
const react18 =
  process.env.REACT === '18'
    ? [
        { find: /^(react|react-dom)(?=$|\/)/, replacement: path('tests/react18/node_modules/$1') },
        {
          find: /^@testing-library\/react$/,
          replacement: path('node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
        },
      ]
    : []

// The tests of one worker share their modules, which takes a third of the time. Mocks of modules load them anew.
const isolate = false

// These go through Vite, so that they get the same React as the source.
const sameReact = { inline: ['zustand', '@testing-library/react'] }

// vitest writes into the provider's options and instances, so each project gets fresh ones.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromium() }),
  instances: [{ browser: 'chromium' as const }],
})

const types = (name: string, folder: string) => ({
  extends: true as const,
  test: {
    name,
    include: [],
    typecheck: { enabled: true, only: true, include: [`${folder}/*.test-d.ts`], tsconfig: `${folder}/tsconfig.json` },
  },
})

export default defineConfig({
  plugins: [react(), beforePaint()],
  resolve: { alias: [...assent, ...react18] },
  test: {
    // Properties run hundreds of cases, also beside other work on a small machine.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    coverage: { include: ['src/**/*.{ts,tsx}'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          isolate,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, '**/*.{dom,browser}.test.*'],
          server: { deps: sameReact },
        },
      },
      {
        // The server's tests once more, by the cryptography that is used where Node's is not.
        extends: true,
        resolve: { alias: [{ find: '#crypto', replacement: path('src/server/signing/crypto/portable.ts') }] },
        test: {
          name: 'portable',
          environment: 'node',
          isolate,
          include: ['tests/server/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/*.browser.test.*'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/**/*.dom.test.{ts,tsx}'],
          setupFiles: ['tests/setup-dom.ts'],
          server: { deps: sameReact },
        },
      },
      {
        extends: true,
        plugins: [servePages(), serveEndpoint(), serveSheets()],
        // Known before the first test: a dependency that Vite finds later reloads the page under it.
        optimizeDeps: {
          include: [
            'react',
            'react/jsx-runtime',
            'react/jsx-dev-runtime',
            'react-dom',
            'react-dom/client',
            'react-dom/server',
            'js-cookie',
            'zustand',
            'zustand/vanilla',
            '@testing-library/dom',
            'vitest-browser-react',
            'axe-core',
            'posthog-js',
            'mixpanel-browser',
            '@segment/analytics-next',
            '@amplitude/analytics-browser',
            'clarity-js',
            'vanilla-cookieconsent',
            'pixelmatch',
          ],
        },
        test: { name: 'browser', include: ['tests/**/*.browser.test.{ts,tsx}'], browser: browser() },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: path('.storybook') })],
        test: { name: 'storybook', browser: browser() },
      },
      {
        extends: true,
        // Dark, and from right to left.
        plugins: [
          storybookTest({ configDir: path('.storybook'), initialGlobals: { theme: 'dark', direction: 'rtl' } }),
        ],
        test: { name: 'storybook-dark', browser: browser() },
      },
      types('types', 'tests/types'),
      types('types-registered', 'tests/types/registered'),
    ],
  },
})
