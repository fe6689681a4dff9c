import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages } from './pages.js'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const withoutCode = (text: string): string => text.replace(/^```[^]*?^```$/gm, '')

const examples = readdirSync(path.join(root, 'examples')).map((name) => `examples/${name}/README.md`)
const documents = [...pages, 'AGENTS.md', 'llms.txt', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...examples]

interface Link {
  readonly target: string
  /** From the root of the repository. */
  readonly file: string
  readonly anchor: string | undefined
}

function linksOf(document: string): Link[] {
  return [...withoutCode(read(document)).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => {
    const [file = '', anchor] = target.split('#')
    return { target, file: file ? path.posix.join(path.posix.dirname(document), file) : document, anchor }
  })
}

/** The anchors of a page, as GitHub makes them. */
function anchorsOf(file: string): string[] {
  return [...withoutCode(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

describe('links', () => {
  it.each(documents)('of %s lead to files and headings that exist', (document) => {
    const broken = linksOf(document).filter(
      ({ file, anchor }) =>
        !existsSync(path.join(root, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor)),
    )
    expect(broken.map(({ target }) => target)).toEqual([])
  })
})

describe('the index of the docs', () => {
  const index = 'docs/README.md'
  const entries = [...read(index).matchAll(/^- \[([^\]]+)\]\(([^)]+)\): (.+)$/gm)].map(
    ([, title = '', target = '', sentence = '']) => ({ title, file: path.posix.join('docs', target), sentence }),
  )

  it('has every page once', () => {
    const listed = entries.map(({ file }) => file).filter((file) => file.startsWith('docs/'))
    expect(listed.sort()).toEqual(pages.filter((page) => page.startsWith('docs/') && page !== index))
  })

  it('gives each page its title and one sentence', () => {
    for (const { title, file, sentence } of entries) {
      expect(/^# (.+)$/m.exec(read(file))?.[1], file).toBe(title)
      expect(sentence, file).toMatch(/^\S.*[^.]\.$/)
    }
  })

  it('is where the README leads', () => {
    expect(linksOf('README.md').map(({ file }) => file)).toContain(index)
  })
})
