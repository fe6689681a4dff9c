import { mergeConfig } from 'vitest/config'
import base from './vitest.config.ts'

// What `npm run mutation` runs for every mutant: the tests in Node of the folders that it changes.
const { projects: _, ...test } = base.test ?? {}

export default mergeConfig(
  { ...base, test },
  {
    test: {
      environment: 'node',
      include: ['tests/{core,store,server}/**/*.test.ts'],
      exclude: ['**/*.{dom,browser}.test.*'],
    },
  },
)
