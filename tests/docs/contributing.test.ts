import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }

const FILE = /`((?:src|tests|docs|stories|scripts|examples)\/[\w./-]*)`/g

it('names files and folders that exist, in the page for contributors', () => {
  const named = [...read('CONTRIBUTING.md').matchAll(FILE)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

it.each(['CONTRIBUTING.md', 'README.md'])('names commands that exist, in %s', (page) => {
  const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script)
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter((script) => !(script in scripts))).toEqual([])
})

it('names Storybook beside the demo in the README', () => {
  for (const command of ['npm start', 'npm run storybook', 'npm run build-storybook'])
    expect(read('README.md')).toContain(`\`${command}\``)
})
