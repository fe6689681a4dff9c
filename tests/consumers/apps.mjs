// The apps: each is files of README and docs, the least around them, and the command that must succeed.
import fs from 'node:fs'
import path from 'node:path'

/** @typedef {{ files: Record<string, string>, command: string }} App */

const root = path.resolve(import.meta.dirname, '../..')

/** The blocks of a page in their order. @type {(page: string) => string[]} */
const blocksOf = (page) =>
  [...fs.readFileSync(path.join(root, page), 'utf8').matchAll(/^```tsx?\n(.*?)^```/gms)].map(([, code = '']) => code)

/** @type {(blocks: string[], words: string) => string} */
function find(blocks, words) {
  const block = blocks.find((code) => code.includes(words))
  if (block === undefined) throw new Error(`No block of the page has ${words}.`)
  return block
}

const readme = blocksOf('README.md')
const testing = blocksOf('docs/testing.md')
const server = find(readme, "from 'assent/server'")

/** @type {(...names: string[]) => Record<string, string>} */
const ofReadme = (...names) => Object.fromEntries(names.map((name) => [name, find(readme, `// ${name}\n`)]))

const spa = ofReadme('src/consent.ts', 'src/main.tsx')
const next = ofReadme('src/consent.ts', 'src/app/providers.tsx', 'src/app/layout.tsx')

/** @type {(value: object) => string} */
const json = (value) => JSON.stringify(value, null, 2)

const compilerOptions = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
}
const bundled = { ...compilerOptions, module: 'esnext', moduleResolution: 'bundler' }
const nodeNext = { ...compilerOptions, module: 'nodenext', moduleResolution: 'nodenext' }
const ambient = { 'src/css.d.ts': "declare module '*.css'\n" }

/** The README's words, type-checked as the package of an app of that kind. @type {(options: object, tsc: string, type: string) => App} */
const typed = (options, tsc, type) => ({
  files: {
    ...(type === 'commonjs' ? ofReadme('src/consent.ts') : spa),
    'src/server.ts': server,
    'src/typo.ts':
      "import { useConsent } from 'assent'\n// @ts-expect-error: no category of the declaration\nuseConsent('nonsense')\n",
    ...ambient,
    'package.json': json({ type }),
    'tsconfig.json': json({ compilerOptions: options, include: ['src'] }),
  },
  command: `node ${tsc} --project .`,
})
const ts5 = '../node_modules/typescript/bin/tsc'
const ts7 = '../node_modules/typescript7/bin/tsc'

const render = `
const { renderToString } = React
const html = renderToString(createElement(assent.ConsentProvider, { consent }, createElement(assent.ConsentBanner)))
if (!html.includes('data-assent="accept"')) throw new Error(html)
if (core.defineConsent !== assent.defineConsent) throw new Error('assent and assent/core are two.')
if (!testing.grant(consent, ['analytics']).categories) throw new Error('assent/testing grants nothing.')
`
const declared = `
const consent = core.defineConsent({
  version: 1,
  categories: { analytics: { name: 'Analytics', description: 'Measure how the site is used.', cookies: ['_ga*'] } },
})
`

const jestTest = find(testing, "from '@testing-library/react'").replace(/import .* from 'vitest'\n/, '')
const silent = `
const { error, warn } = console
beforeEach(() => { console.error = console.warn = (...args) => { throw new Error(args.join(' ')) } })
afterEach(() => { Object.assign(console, { error, warn }) })
`
const consentOfDocs = { 'consent.tsx': find(testing, '// consent.tsx\n') }
const tests = { ...consentOfDocs, 'page.test.tsx': `/** @jest-environment jsdom */\n${jestTest}${silent}` }
const babel = `
module.exports = {
  presets: [
    ['@babel/preset-env', { targets: { node: 'current' } }],
    ['@babel/preset-react', { runtime: 'automatic' }],
    '@babel/preset-typescript',
  ],
}
`
const jest = 'jest --ci --no-cache --watchman=false'

/** @type {Record<string, App>} */
export const apps = {
  'Next, built': {
    files: {
      ...next,
      'src/app/page.tsx': 'export default function Page() {\n  return <p>Page</p>\n}\n',
      'next.config.mjs': "export default { turbopack: { root: new URL('..', import.meta.url).pathname } }\n",
      'package.json': json({ private: true, type: 'module' }),
      'tsconfig.json': json({
        compilerOptions: {
          ...bundled,
          jsx: 'preserve',
          types: undefined,
          allowJs: true,
          esModuleInterop: true,
          skipLibCheck: true,
          plugins: [{ name: 'next' }],
        },
        include: ['next-env.d.ts', 'src'],
      }),
    },
    command: 'next build',
  },
  'Vite, built': {
    files: {
      ...spa,
      'package.json': json({ type: 'module' }),
      'index.html': '<!doctype html><div id="root"></div><script type="module" src="/src/main.tsx"></script>\n',
    },
    command: 'vite build',
  },
  'Node, import': {
    files: {
      'main.mjs': `import * as assent from 'assent'\nimport * as core from 'assent/core'\nimport * as testing from 'assent/testing'\nimport { createElement } from 'react'\nimport * as React from 'react-dom/server'\n${declared}${render}`,
    },
    command: 'node main.mjs',
  },
  'Node, require': {
    files: {
      'main.cjs': `const assent = require('assent')\nconst core = require('assent/core')\nconst testing = require('assent/testing')\nconst { createElement } = require('react')\nconst React = require('react-dom/server')\n${declared}${render}
import('assent').then((module) => {
  if (module.ConsentProvider !== assent.ConsentProvider) throw new Error('require and import give two packages.')
})
`,
    },
    command: 'node main.cjs',
  },
  'TypeScript 5.9, bundler': typed(bundled, ts5, 'module'),
  'TypeScript 5.9, nodenext, CommonJS': typed(nodeNext, ts5, 'commonjs'),
  'TypeScript 7, bundler': typed(bundled, ts7, 'module'),
  'TypeScript 7, nodenext, CommonJS': typed(nodeNext, ts7, 'commonjs'),
  'Jest, babel-jest': { files: { ...tests, 'babel.config.cjs': babel, 'package.json': json({}) }, command: jest },
  'Jest, ts-jest': {
    files: {
      ...tests,
      'package.json': json({ jest: { preset: 'ts-jest' } }),
      'tsconfig.json': json({
        compilerOptions: {
          jsx: 'react-jsx',
          strict: true,
          esModuleInterop: true,
          skipLibCheck: true,
          module: 'nodenext',
          isolatedModules: true,
          types: ['jest'],
        },
      }),
    },
    command: jest,
  },
  'Jest, next/jest': {
    files: {
      ...tests,
      ...next,
      'package.json': json({}),
      'jest.config.js': "module.exports = require('next/jest.js')({ dir: '.' })({ testEnvironment: 'jsdom' })\n",
    },
    command: jest,
  },
  'Jest, React 18.3': {
    files: {
      ...tests,
      'babel.config.cjs': babel,
      'package.json': json({
        jest: { moduleNameMapper: { '^react(/.*)?$': 'react18$1', '^react-dom(/.*)?$': 'react-dom18$1' } },
      }),
      'version.test.js': "it('is React 18', () => expect(require('react').version).toBe('18.3.1'))\n",
    },
    command: jest,
  },
  'Vitest, jsdom': {
    files: {
      ...consentOfDocs,
      'page.test.tsx': find(testing, "from '@testing-library/react'"),
      'vitest.config.mjs': "export default { test: { environment: 'jsdom' } }\n",
      'package.json': json({ type: 'module' }),
    },
    command: 'vitest run',
  },
}
