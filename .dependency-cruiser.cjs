// The directions between the folders of src. An entry (src/*.ts) may import any of them.
const builtin = ['core']

const folders = {
  core: { folders: [] },
  store: { folders: ['core'], packages: ['zustand'] },
  browser: { folders: ['core'], packages: ['js-cookie'] },
  server: { folders: ['core'], packages: ['@noble/ciphers', '@noble/hashes', 'fflate'], node: true },
  locales: { folders: ['core'] },
  guard: { folders: ['core', 'store', 'browser'] },
  vendors: { folders: ['core', 'store', 'browser'] },
  presets: { folders: ['core'] },
  import: { folders: ['core'] },
  react: { folders: ['core', 'store', 'browser', 'locales'], packages: ['react', 'zustand'] },
  components: { folders: ['core', 'locales', 'react'], packages: ['react'] },
  devtools: { folders: ['core', 'browser', 'locales', 'react'], packages: ['react'] },
  testing: { folders: ['core', 'store', 'react'], packages: ['react'] },
  adapters: { folders: ['core', 'server'], node: true },
  styles: { folders: [] },
}

const names = Object.keys(folders).join('|')

const directions = Object.entries(folders).map(([name, { folders: allowed, packages = [], node = false }]) => ({
  name,
  comment: `src/${name} may import ${[...allowed.map((folder) => `src/${folder}`), ...packages, ...(node ? ['node:'] : [])].join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: {
    pathNot: [
      `^src/(${[name, ...allowed].join('|')})/`,
      ...packages.map((id) => `^(node_modules/)?(@types/)?${id}(/|$)`),
    ],
    ...(node ? { dependencyTypesNot: builtin } : {}),
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'unknown-folder',
      comment: 'DESIGN names the folders of src.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(${names})/` },
    },
    {
      name: 'no-entry-inside',
      comment: 'Nothing imports an entry but another entry.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'js-cookie',
      severity: 'error',
      from: { pathNot: '^src/browser/' },
      to: { path: '^(node_modules/)?(@types/)?js-cookie(/|$)' },
    },
    {
      name: 'zustand',
      severity: 'error',
      from: { pathNot: '^src/(store|react)/' },
      to: { path: '^(node_modules/)?zustand(/|$)' },
    },
    {
      name: 'dev-dependency',
      severity: 'error',
      from: {},
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['npm', 'npm-peer', 'type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
      conditionNames: ['types', 'import', 'default'],
      exportsFields: ['exports'],
    },
  },
}
