// Changes the rules one by one, and counts the changes that no test notices. `npm run mutation`, or with a folder: `npm run mutation -- --mutate 'src/store/**'`.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: ['src/{core,store}/**/*.ts', 'src/server/{signing,policy}/**/*.ts'],
  ignoreStatic: true,
  thresholds: { break: 85 },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'node_modules/.cache/mutation.json' },
  tempDirName: '.stryker',
  // The machine may be busy with other work.
  timeoutMS: 20_000,
  concurrency: 2,
}
