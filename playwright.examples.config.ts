import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { defineConfig } from '@playwright/test'
import { chromium } from './scripts/browsers.mjs'
import { freePort } from './scripts/free-port.mjs'
import { tagsWithout } from './tests/examples/kinds.js'

// Every example is served as for production, and is a project of its own; `npm run build:examples` makes them.
const examples = fs.readdirSync('examples')

// Every worker reads this file; the first one picks free ports and the others inherit them.
const portOf = async (name: string): Promise<string> => (process.env[`PORT_${name}`] ??= String(await freePort()))
const ports = new Map<string, string>()
for (const name of examples) ports.set(name, await portOf(name))
const urlOf = (name: string): string => `http://localhost:${ports.get(name) ?? ''}`

export default defineConfig({
  testDir: 'tests/examples',
  outputDir: 'test-results/examples',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // The machine may be busy with other work.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    launchOptions: chromium(),
    locale: 'en-US',
    trace: process.env.CI ? 'off' : 'retain-on-failure',
  },
  projects: examples.map((name) => ({
    name,
    testMatch: ['every.spec.ts', `${name}.spec.ts`],
    grepInvert: tagsWithout(name),
    use: { baseURL: urlOf(name) },
  })),
  webServer: examples.map((name) => ({
    command: 'npm start',
    cwd: `examples/${name}`,
    env: {
      PORT: ports.get(name) ?? '',
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      COOKIE_SECRET: randomBytes(32).toString('hex'),
    },
    url: urlOf(name),
    reuseExistingServer: false,
  })),
})
