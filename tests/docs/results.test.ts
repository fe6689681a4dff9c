import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { blocksOf, type Block } from './blocks.js'
import { bundleBlock } from './bundle-block.js'
import { pages } from './pages.js'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'assent-docs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// A line that is an expression with its value in a comment: `days(1) // 86400`, with or without words after the value.
const RESULT = /^(?! )(.+?) \/\/ ((?:'[^']*'|\[.*\]|\{.*\}|-?\d+|true|false|undefined)(?=$|[,:]))[^\n]*/gm

type Result = readonly [line: number, actual: unknown, expected: unknown]
type Page = readonly { readonly block: Block; readonly hasResults: boolean }[]

const withResults = pages
  .map((page): [string, Page] => [
    page,
    blocksOf(page, readFileSync(path.join(root, page), 'utf8')).map((block) => ({
      block,
      hasResults: !block.file.endsWith('.tsx') && block.code.search(RESULT) >= 0,
    })),
  ])
  .filter(([, page]) => page.some(({ hasResults }) => hasResults))

/** Runs a block, with the blocks that it imports, and gives what its lines said and what they gave. */
async function resultsOf(page: Page, { code, line: first }: Block, name: string): Promise<readonly Result[]> {
  const recording = code.replace(RESULT, (_, expression: string, value: string, offset: number) => {
    const line = first + code.slice(0, offset).split('\n').length - 1
    return `globalThis.results.push([${line}, ${expression}, (${value})])`
  })
  const file = path.join(folder, `${name}.mjs`)
  writeFileSync(
    file,
    await bundleBlock(
      page.map(({ block }) => block),
      recording,
    ),
  )
  const results: Result[] = []
  Object.assign(globalThis, { results })
  await import(pathToFileURL(file).href)
  return results
}

describe('values that the pages promise', () => {
  it.each(withResults)('are those of the code in %s', async (name, page) => {
    let count = 0
    for (const { block, hasResults } of page) {
      if (!hasResults) continue
      const results = await resultsOf(page, block, `${path.basename(name)}-${block.line}`)
      count += results.length
      for (const [line, actual, expected] of results) expect([line, actual]).toEqual([line, expected])
    }
    expect(count).toBeGreaterThan(0)
  })
})
