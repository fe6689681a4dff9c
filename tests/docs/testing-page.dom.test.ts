import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { blocksOf } from './blocks.js'
import { bundleBlock } from './bundle-block.js'

// Node loads itself what is there; the rest of the disk is none of Vite's.
const folder = mkdtempSync(path.resolve('node_modules/.assent-docs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(cleanup)

const page = blocksOf('docs/testing.md', readFileSync('docs/testing.md', 'utf8'))
const tests = page.filter(({ code }) => code.includes("from 'vitest'"))

describe('the cookie that docs/testing.md makes', () => {
  const { code = '' } = page.find(({ file }) => file === 'decided.ts') ?? {}
  const recording = `${code}
import { parseRecord as parse } from 'assent/core'
globalThis.shownCookies = [[], ['marketing'], ['functional', 'marketing']].map((granted) => {
  const { name, value } = decided(...granted)
  return [name, parse(decodeURIComponent(value), consent, { now: Date.now() })?.categories]
})`

  it('is that of a visitor who decided', async () => {
    const file = path.join(folder, 'decided.mjs')
    writeFileSync(file, await bundleBlock(page, recording))
    await import(pathToFileURL(file).href)
    expect(Reflect.get(globalThis, 'shownCookies')).toEqual([
      ['cookie_consent', ['essential']],
      ['cookie_consent', ['essential', 'marketing']],
      ['cookie_consent', ['essential', 'functional', 'marketing']],
    ])
  })
})

describe('the tests that docs/testing.md shows', () => {
  it('are there', () => {
    expect(tests).not.toEqual([])
  })

  it.each(tests)('pass: the block on line $line', async ({ code, line }) => {
    const shim = path.join(folder, 'vitest.mjs')
    writeFileSync(shim, 'export const { it, expect } = globalThis.shownTest')
    const file = path.join(folder, `line-${line}.mjs`)
    writeFileSync(file, await bundleBlock(page, code, { loader: 'tsx', alias: { vitest: shim } }))
    const shown: (() => void)[] = []
    Object.assign(globalThis, { shownTest: { it: (_: string, run: () => void) => shown.push(run), expect } })
    await import(pathToFileURL(file).href)
    expect(shown).toHaveLength(1)
    for (const run of shown) run()
    document.body.replaceChildren()
  })
})
