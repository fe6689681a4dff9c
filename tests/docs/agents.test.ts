import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { llmsText } from '../../scripts/llms.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const { exports, files } = JSON.parse(read('package.json')) as { exports: object; files: readonly string[] }

describe('what agents read', () => {
  it.each(['AGENTS.md', 'llms.txt'])('is in the package: %s', (file) => {
    expect(files).toContain(file)
  })

  it.each(['AGENTS.md', 'llms.txt'])('names entries that exist, in %s', (file) => {
    const named = new Set([...read(file).matchAll(/`assent(\/[\w./-]+)?`/g)].map(([, entry = '']) => `.${entry}`))
    expect(named.size).toBeGreaterThan(5)
    expect([...named].filter((entry) => !(entry in exports))).toEqual([])
  })
})

describe('AGENTS.md', () => {
  it('has six rules, in under 120 lines', () => {
    expect([...read('AGENTS.md').matchAll(/^\*\*(\d)\. /gm)].map(([, number]) => number).join('')).toBe('123456')
    expect(read('AGENTS.md').split('\n').length).toBeLessThan(120)
  })
})

describe('llms.txt', () => {
  const [head = '', ...sections] = read('llms.txt').split(/^## /m)

  it('is what scripts/llms.mjs makes of the index', () => {
    expect(read('llms.txt'), 'Run node scripts/llms.mjs').toBe(llmsText())
  })

  it('has the form of llmstxt.org: a title, a summary, and sections of links', () => {
    expect(head).toMatch(/^# assent\n\n> \S.*\.\n\n/)
    expect(sections.length).toBeGreaterThan(5)
    for (const section of sections) expect(section).toMatch(/^\S.*\n\n(?:- \[[^\]]+\]\([^)\s]+\): \S.*\.\n)+\n?$/)
    expect(sections.at(-1)).toMatch(/^Optional\n/)
  })
})
