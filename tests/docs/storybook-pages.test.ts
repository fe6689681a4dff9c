import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { docsPages, pageOf } from '../../scripts/docs-pages.mjs'
import { pages } from './pages.js'

const root = path.resolve(import.meta.dirname, '../..')
const shown = docsPages()
const ids = shown.map(({ id }) => id)
const REPOSITORY = 'https://github.com/assent-js/assent/blob/main/'

const withoutCode = (text: string): string => text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
const targetsOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

describe('the documentation in Storybook', () => {
  it('has every page of docs once, in the order of the index', () => {
    expect(shown.map(({ file }) => file).sort()).toEqual(
      [...pages.filter((page) => page.startsWith('docs/')), 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'].sort(),
    )
    expect(new Set(ids).size).toBe(ids.length)
    const index = readFileSync(path.join(root, 'docs/README.md'), 'utf8')
    const places = shown.slice(1).map(({ file }) => index.indexOf(`](${path.posix.relative('docs', file)})`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each(shown)('leads from $file to pages of Storybook, or to files of the repository', ({ file }) => {
    for (const target of targetsOf(pageOf(file).text)) {
      const [address = ''] = target.split('#')
      if (address === '' || (/^https?:/.test(address) && !address.startsWith(REPOSITORY))) continue
      const page = /^\.\/\?path=\/docs\/(.+)$/.exec(address)?.[1]
      if (page === undefined) expect(existsSync(path.join(root, address.slice(REPOSITORY.length))), target).toBe(true)
      else expect(ids).toContain(page)
    }
  })

  it('leaves code as it is', () => {
    const fences = /^```[^]*?^```$/gm
    for (const { file } of shown)
      expect(pageOf(file).text.match(fences)).toEqual(readFileSync(path.join(root, file), 'utf8').match(fences))
  })

  it('is led to from the page of welcome', () => {
    const doors = readFileSync(path.join(root, 'stories/site/doors.tsx'), 'utf8')
    for (const [, id] of doors.matchAll(/\/docs\/(docs-[\w-]+--docs)/g)) expect(ids).toContain(id)
  })
})
