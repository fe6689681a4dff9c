import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf, blocksWithSaved, examplesOf } from './blocks.js'
import { pages } from './pages.js'
import { typeCheck } from './type-check.js'

const root = path.resolve(import.meta.dirname, '../..')
const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => path.join(folder, file))
    .sort()
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const examples = filesIn('src', /\.tsx?$/).flatMap((file) => examplesOf(file, textOf(file)))
// The compiler may be slow beside other tests.
const timeout = 60_000
const registers = (code: string): boolean => code.includes("declare module 'assent'")

describe('code in the pages', { timeout }, () => {
  it.each([...pages, 'AGENTS.md'])('compiles in %s', (page) => {
    expect(typeCheck(blocksWithSaved(page, textOf))).toEqual([])
  })
})

describe('examples in the TSDoc', { timeout }, () => {
  it('compile', () => {
    const apart = examples.filter(({ code }) => !registers(code)).map((block, i) => ({ ...block, file: `${i}.tsx` }))
    expect(apart.length).toBeGreaterThan(30)
    expect(typeCheck(apart)).toEqual([])
  })

  it('compile where they register a declaration', () => {
    const registering = examples.filter(({ code }) => registers(code))
    expect(registering.length).toBeGreaterThan(0)
    for (const block of registering) expect(typeCheck([block])).toEqual([])
  })
})

describe('the check', { timeout }, () => {
  const page = [
    '```ts',
    '// consent.ts',
    "import { defineConsent } from 'assent'",
    "export const consent = defineConsent({ version: 1, categories: { ads: { name: 'Ads', description: '' } } })",
    "declare module 'assent' { interface Register { consent: typeof consent } }",
    '```',
    'Then:',
    '```tsx',
    "import type { CategoryId } from 'assent'",
    "import { consent } from './consent'",
    'const ids: readonly string[] = consent.ids',
    '```',
    '',
    '```tsx continues',
    'export const right: CategoryId = "ads"',
    'export const wrong: CategoryId = "add"',
    '```',
  ].join('\n')

  it('tells where the mistake is, in a block that goes on and imports another', () => {
    expect(typeCheck(blocksOf('page.md', page))).toEqual([
      'page.md:16 Type \'"add"\' is not assignable to type \'"ads"\'.',
    ])
  })

  it('reads a block that the page says to save from another page', () => {
    const texts: Record<string, string> = {
      'docs/a.md':
        "Save [it](b.md#it) as `src/consent.ts`.\n```ts\nimport { one } from './src/consent'\nconst two: string = one\n```",
      'docs/b.md': '```ts\n// consent.ts\nexport const one = 1\n```',
    }
    expect(typeCheck(blocksWithSaved('docs/a.md', (file) => texts[file] ?? ''))).toEqual([
      "docs/a.md:4 Type 'number' is not assignable to type 'string'.",
    ])
    expect(() => blocksWithSaved('docs/a.md', (file) => (file === 'docs/a.md' ? (texts[file] ?? '') : ''))).toThrow(
      'no block',
    )
  })

  it('refuses what the package does not export', () => {
    expect(typeCheck(blocksOf('page.md', "```ts\nimport { bake } from 'assent'\nbake()\n```"))).toHaveLength(1)
  })
})
