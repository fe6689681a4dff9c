import { mergeConfig } from 'vitest/config'
import base from './vitest.config.ts'

// What `npm run mutation` runs for every mutant: the tests in Node of the folders that it changes, save those that take
// long, measure time, or need modules of their own.
const { projects: _, ...test } = base.test ?? {}

export default mergeConfig(
  { ...base, test },
  {
    test: {
      environment: 'node',
      isolate: false,
      include: ['tests/{core,store,server}/**/*.test.ts'],
      exclude: ['**/*.{dom,browser}.test.*', '**/{linear-time,*-random,edge,constant-time}.test.ts'],
    },
  },
)
