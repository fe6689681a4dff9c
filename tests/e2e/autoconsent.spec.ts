// The real content script of autoconsent, which refuses for its users, on a page with our banner. See "Tools that refuse for
// their users" in docs/languages.md.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test, type Browser, type Frame } from '@playwright/test'
import { languagePage } from '../../scripts/language-page.mjs'
import type { LanguagesPage, Shown } from '../pages/languages-client.js'

declare const show: LanguagesPage['show']
declare const autoconsentReceiveMessage: (message: object) => Promise<void>

interface Message {
  type: string
  id?: string
  cmp?: string
  state?: { lifecycle: string }
}

const main = createRequire(import.meta.url).resolve('@duckduckgo/autoconsent')
const script = readFileSync(path.join(path.dirname(main), 'autoconsent.playwright.js'), 'utf8')
const docs = readFileSync(path.resolve(import.meta.dirname, '../../docs/languages.md'), 'utf8')
const rule: unknown = JSON.parse(/```json\n(.*?)```/s.exec(docs)?.[1] ?? '')

let html: string
test.beforeAll(async () => {
  html = await languagePage()
})

/** Lets autoconsent look at the page of a new visitor, and tells by what it refused, and what was kept. */
async function visit(browser: Browser, shown: Shown, rules: readonly unknown[] = []) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  let found: string | undefined
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => (end = resolve))
  const config = {
    enabled: true,
    autoAction: 'optOut',
    disabledCmps: [],
    enablePrehide: false,
    detectRetries: 1, // its heuristics are tried at every second time
    heuristicMode: 'reject',
    heuristicPopupSearchTimeout: 5000,
  }
  await page.exposeBinding('autoconsentSendMessage', async ({ frame }: { frame: Frame }, message: Message) => {
    const reply = (answer: object) => frame.evaluate((one) => void autoconsentReceiveMessage(one), answer)
    if (message.type === 'init') await reply({ type: 'initResp', config, rules: { autoconsent: rules } })
    if (message.type === 'eval') await reply({ type: 'evalResp', id: message.id, result: false })
    if (message.type === 'popupFound') found = message.cmp
    if (message.type === 'autoconsentDone' || message.state?.lifecycle === 'nothingDetected') end()
  })
  await page.goto('/languages')
  await page.evaluate((one) => show(one), shown)
  // Between its tries it waits for a change of the page.
  await page.evaluate(() => {
    setInterval(() => document.body.append(''), 50)
  })
  await page.evaluate(script)
  await ended
  const record = (await context.cookies()).find(({ name }) => name === 'cookie_consent')
  await context.close()
  return { found, record: record && (JSON.parse(decodeURIComponent(record.value)) as object) }
}

const LAYOUTS = ['card', 'bar', 'dialog', 'inline'] as const
const refusal = { categories: ['essential'], via: 'reject' }

for (const tag of ['ca', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'pt-BR'] as const)
  test(`its heuristics find and press Reject in ${tag}, in every layout`, async ({ browser }) => {
    const visits = await Promise.all(LAYOUTS.map((layout) => visit(browser, { tag, layout })))
    for (const { found, record } of visits) {
      expect(found).toBe('HEURISTIC-REJECT')
      expect(record).toMatchObject(refusal)
    }
  })

for (const tag of ['en-GB', 'es-419', 'fr-CA'] as const)
  test(`its heuristics find and press Reject in ${tag}`, async ({ browser }) => {
    expect(await visit(browser, { tag })).toMatchObject({ found: 'HEURISTIC-REJECT', record: refusal })
  })

for (const tag of ['id', 'sv', 'tr'] as const)
  test(`its heuristics know the button in ${tag}, but find it only beside words that they know`, async ({
    browser,
  }) => {
    expect(await visit(browser, { tag })).toEqual({ found: undefined, record: undefined })
    const own = { title: 'We use cookies' }
    expect(await visit(browser, { tag, own })).toMatchObject({ found: 'HEURISTIC-REJECT', record: refusal })
  })

test('its heuristics do not know Japanese, whatever stands beside the button', async ({ browser }) => {
  const own = { title: 'We use cookies' }
  expect(await visit(browser, { tag: 'ja', own })).toEqual({ found: undefined, record: undefined })
})

for (const tag of ['ja', 'ar'] as const)
  test(`the rule of our docs refuses in ${tag}, in every layout`, async ({ browser }) => {
    const visits = await Promise.all(LAYOUTS.map((layout) => visit(browser, { tag, layout }, [rule])))
    for (const { found, record } of visits) {
      expect(found).toBe('assent')
      expect(record).toMatchObject(refusal)
    }
  })
