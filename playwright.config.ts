import { defineConfig } from '@playwright/test'
import { chromium, firefox, webkitDriver } from './scripts/browsers.mjs'
import { freePort } from './scripts/free-port.mjs'

// Every worker reads this file; the first one picks free ports and the others inherit them.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_WEBKIT ??= `http://127.0.0.1:${await freePort()}`
const baseURL = `http://localhost:${process.env.E2E_PORT}`

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // The machine may be busy with other work.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: { baseURL, locale: 'en-US', trace: process.env.CI ? 'off' : 'retain-on-failure' },
  projects: [
    {
      name: 'chromium',
      testIgnore: ['**/*.webkit.spec.ts', '**/*.firefox.spec.ts'],
      use: { browserName: 'chromium', launchOptions: chromium() },
    },
    // Debian's Firefox is not Playwright's: the channel makes Playwright speak WebDriver BiDi with it.
    {
      name: 'firefox',
      testMatch: '**/*.all.spec.ts',
      use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: firefox() },
    },
    // BiDi cannot turn scripts off for a page, so they are off in this browser.
    {
      name: 'firefox-without-scripts',
      testMatch: '**/*.firefox.spec.ts',
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        launchOptions: firefox({ 'javascript.enabled': false }),
      },
    },
    // Its driver holds one browser at a time.
    { name: 'webkit', testMatch: '**/*.webkit.spec.ts', workers: 1 },
  ],
  webServer: [
    {
      command: 'npm run build:demo && node demo/dist/server/serve.js',
      env: { PORT: process.env.E2E_PORT },
      url: baseURL,
      reuseExistingServer: false,
      stdout: 'pipe',
    },
    {
      command: `xvfb-run --auto-servernum ${webkitDriver()} --port=${new URL(process.env.E2E_WEBKIT).port}`,
      url: `${process.env.E2E_WEBKIT}/status`,
      reuseExistingServer: false,
    },
  ],
})
