// What browsers hold of the lines that hardenSetCookies lets through. See docs/security.md.
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { faultsOf, harden, type Held } from './lines/faults-of.js'
import { NAMED } from './lines/named-lines.js'
import { randomLines } from './lines/random-lines.js'
import { serveLines, type LineServer } from './lines/serve-lines.js'

test.use({ ignoreHTTPSErrors: true })
test.describe.configure({ timeout: 120_000 })

const SEED = Number(process.env.LINES_SEED ?? 9)
const COUNT = Number(process.env.LINES_COUNT ?? 2000)
const BATCH = 100 // a browser holds 180 cookies for a host

let server: LineServer
test.beforeAll(async () => {
  server = await serveLines()
})
test.afterAll(() => server.close())

async function hold(page: Page, context: BrowserContext, lines: readonly string[]): Promise<Held[]> {
  await page.goto(server.page(lines))
  const cookies = await context.cookies()
  // Firefox may still list a cookie that ended as it was set, by whole seconds; it sends it nowhere.
  return cookies
    .map(({ expires, ...cookie }) => ({ ...cookie, expires: expires < 0 ? undefined : expires }))
    .filter(({ expires = Infinity }) => expires * 1000 > Date.now() + 1000)
}

test(`${COUNT} random lines: nothing ungranted is held, and nothing is lost (seed ${SEED})`, async ({
  page,
  context,
}) => {
  const faults: string[] = []
  let passed = 0
  let kept = 0
  const start = Date.now()
  const lines = randomLines(SEED, COUNT, start)
  const all = harden(lines, start)
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = all.slice(at, at + BATCH)
    const through = batch.flatMap(({ hardened }) => (hardened === undefined ? [] : [hardened]))
    await context.clearCookies()
    const held = await hold(page, context, through)
    passed += through.length
    kept += held.length
    faults.push(...faultsOf(batch, held, start))
  }
  test.info().annotations.push({
    type: 'lines',
    description: `seed ${SEED}: ${COUNT} lines, ${passed} let through, ${kept} held`,
  })
  expect(faults).toEqual([])
  expect(kept).toBeGreaterThan(COUNT / 10)
})

test('without hardening the same lines are held against the rules', async ({ page, context }) => {
  const now = Date.now()
  const lines = randomLines(SEED, BATCH, now)
  const held = await hold(page, context, lines)
  expect(faultsOf(harden(lines, now), held, now).length).toBeGreaterThan(BATCH / 10)
})

test('lines that a browser held against the rules once', async ({ page, context }) => {
  const now = Date.now()
  const all = harden(
    NAMED.map((line, i) => line.replaceAll('#', `_${i}_`)),
    now,
  )
  // What a deletion must delete stands there before; a line with a control character does nothing in most browsers.
  const deleted = all
    .filter(({ line }) => /^no_.*;/.test(line) && !line.includes('\x01'))
    .map(({ index }) => `no__${index}_=1; Path=/; Secure`)
  expect(await hold(page, context, deleted)).toHaveLength(deleted.length)
  const through = all.flatMap(({ hardened }) => (hardened === undefined ? [] : [hardened]))
  const held = await hold(page, context, through)
  expect(faultsOf(all, held, now)).toEqual([])
  expect(held.length).toBeGreaterThan(8)
})
