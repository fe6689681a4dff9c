import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8')
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text): [heading: string, text: string] => [text.slice(0, text.indexOf('\n')), text])

const spans = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
const filesIn = (text: string): string[] => [...new Set(spans(text).filter((span) => /^[\w/-]+\.tsx?$/.test(span)))]
const sectionOf = (start: string): string => sections.find(([heading]) => heading.startsWith(start))?.[1] ?? ''

const walks = sections.filter(([heading]) => heading.startsWith('Walk: '))
const isFile = (file: string): boolean =>
  [file, `src/${file}`].some((one) => existsSync(path.join(root, one)) && statSync(path.join(root, one)).isFile())

describe('the page on architecture', () => {
  it('names only files that exist', () => {
    expect(filesIn(page).length).toBeGreaterThan(30)
    expect(filesIn(page).filter((file) => !isFile(file))).toEqual([])
  })

  it('names every folder of src', () => {
    const listed = new Set(spans(sectionOf('Folders')))
    const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const inCore = readdirSync(path.join(root, 'src/core'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `core/${name}`)
    expect([...folders.map(({ name }) => name), ...inCore].filter((folder) => !listed.has(folder))).toEqual([])
  })

  it('gives each rule a home', () => {
    const rows = [...sectionOf('Where each rule').matchAll(/^\| ([^|`]+[^|]*) \| (`[^|]+`) \|$/gm)]
    expect(rows.length).toBeGreaterThan(20)
    for (const [, rule = '', files = ''] of rows) expect(filesIn(files).length, rule).toBeGreaterThan(0)
  })

  it('has three walks', () => {
    expect(walks).toHaveLength(3)
  })

  it.each(walks)('passes at most 15 files on the %s', (_, text) => {
    const files = filesIn(text)
    expect(files.length).toBeGreaterThan(5)
    expect(files.length).toBeLessThanOrEqual(15)
  })
})
