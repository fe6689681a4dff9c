import { cleanup } from '@testing-library/react'
import { version } from 'react'
import { version as domVersion } from 'react-dom'
import { afterEach } from 'vitest'
import '@testing-library/jest-dom/vitest'

const wanted = process.env.REACT ?? '19'
for (const found of [version, domVersion]) {
  if (!found.startsWith(`${wanted}.`)) throw new Error(`These tests are to run on React ${wanted}, not ${found}.`)
}

afterEach(cleanup)
