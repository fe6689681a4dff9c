// What WebKitGTK holds of the lines that hardenSetCookies lets through. Its driver goes page by page.
import { expect, test } from '@playwright/test'
import { Builder, type IWebDriverOptionsCookie, type WebDriver } from 'selenium-webdriver'
import { faultsOf, harden, type Hardened, type Held } from './lines/faults-of.js'
import { NAMED } from './lines/named-lines.js'
import { randomLines } from './lines/random-lines.js'
import { serveLines, type LineServer } from './lines/serve-lines.js'

const SEED = Number(process.env.LINES_SEED ?? 9)
const COUNT = Number(process.env.LINES_COUNT ?? 2000)
const BATCH = 100

let server: LineServer
let driver: WebDriver
test.beforeAll(async () => {
  server = await serveLines()
  const builder = new Builder().usingServer(process.env.E2E_WEBKIT ?? '')
  driver = await builder.withCapabilities({ browserName: 'MiniBrowser', acceptInsecureCerts: true }).build()
})
test.afterAll(async () => {
  await driver.quit()
  await server.close()
})

async function hold(lines: readonly string[]): Promise<Held[]> {
  await driver.get(server.page(lines))
  const cookies: (IWebDriverOptionsCookie & { sameSite?: string })[] = await driver.manage().getCookies()
  return cookies.map(({ name, value, secure, httpOnly, sameSite, expiry }) => ({
    name,
    value,
    secure: secure === true,
    httpOnly: httpOnly === true,
    sameSite,
    expires: expiry === undefined ? undefined : Number(expiry),
  }))
}

// WebKitGTK reads nothing behind such a character. In a name or a value, nothing that follows can help: see docs/securing-cookies.md.
const isReadable = ({ hardened = '' }: Hardened): boolean => !/^[^;]*[^ -~;]/.test(hardened)
const linesOf = (all: readonly Hardened[]): string[] =>
  all.flatMap(({ hardened }) => (hardened === undefined ? [] : [hardened]))

test(`${COUNT} random lines: nothing ungranted is held, and nothing is lost (seed ${SEED})`, async () => {
  const faults: string[] = []
  let kept = 0
  const start = Date.now()
  const all = harden(randomLines(SEED, COUNT, start), start).filter(isReadable)
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = all.slice(at, at + BATCH)
    await driver.manage().deleteAllCookies()
    const held = await hold(linesOf(batch))
    kept += held.length
    faults.push(...faultsOf(batch, held, start))
  }
  test.info().annotations.push({ type: 'lines', description: `seed ${SEED}: ${COUNT} lines, ${kept} held` })
  expect(faults).toEqual([])
  expect(kept).toBeGreaterThan(COUNT / 10)
})

test('lines that a browser held against the rules once', async () => {
  const now = Date.now()
  const all = harden(
    NAMED.map((line, i) => line.replaceAll('#', `_${i}_`)),
    now,
  )
  await driver.manage().deleteAllCookies()
  // What a deletion must delete stands there before; a line with a control character does nothing in most browsers.
  const deleted = all
    .filter(({ line }) => /^no_.*;/.test(line) && !line.includes('\x01'))
    .map(({ index }) => `no__${index}_=1; Path=/; Secure`)
  expect(await hold(deleted)).toHaveLength(deleted.length)
  const held = await hold(linesOf(all))
  expect(faultsOf(all, held, now)).toEqual([])
  expect(held.length).toBeGreaterThan(8)
})
