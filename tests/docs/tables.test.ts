import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import * as assent from 'assent'
import * as core from 'assent/core'
import * as node from 'assent/node'
import * as server from 'assent/server'
import * as testing from 'assent/testing'
import * as vendors from 'assent/vendors'
import { ADVICE } from '../../src/core/lint/advice.js'
import { CHANGED } from '../../src/core/lint/changed.js'
import { REFUSED } from '../../src/core/lint/refused.js'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** The cells of the tables under a heading, row by row, without their heads. */
function rowsOf(file: string, heading: string): string[][] {
  const [, section = ''] = read(file).split(`\n${heading}\n`)
  const [body = ''] = section.split(/\n##/)
  return [...body.matchAll(/^\|(.+)\|$/gm)]
    .map(([, row = '']) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .filter((cells) => cells[0]?.startsWith('`'))
}

const code = (cell = ''): string => cell.replaceAll('`', '')

describe('the tables of findings', () => {
  it.each([
    ['### refused', REFUSED],
    ['### changed', CHANGED],
    ['### advice', ADVICE],
  ])('list every code under "%s", with its clause', (heading, rules) => {
    const listed = rowsOf('docs/anatomy-of-a-cookie.md', heading).map(([name, , clause]) => [code(name), clause])
    expect(Object.fromEntries(listed)).toEqual(
      Object.fromEntries(Object.entries(rules).map(([name, { clause }]) => [name, clause])),
    )
  })
})

it('names real codes in the checklist of security', () => {
  const [, list = ''] = read('docs/securing-cookies.md').split('\n## The checklist\n')
  const found = [...list.matchAll(/^\| [^|]+\| ([^|]+)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = '']) => name),
  )
  expect(found.length).toBeGreaterThan(15)
  expect(found.filter((name) => !(name in { ...ADVICE, ...CHANGED, ...REFUSED }))).toEqual([])
})

it('lists every limit with its value', () => {
  const limits = Object.entries(core).filter(([name]) => /^[A-Z_]+$/.test(name))
  const listed = rowsOf('docs/life-of-a-cookie.md', '## Limits').map(([name, value]) => [code(name), Number(value)])
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(limits))
})

it('lists every knob of the style sheet', () => {
  const styles = readdirSync(path.join(root, 'src/styles'))
    .map((file) => read(`src/styles/${file}`))
    .join('')
  const used = new Set([...styles.matchAll(/--assent-[\w-]+/g)].map(([name]) => name))
  const listed = rowsOf('docs/looks.md', '## Knobs').map(([name]) => code(name))
  expect(listed.sort()).toEqual([...used].sort())
})

it('lists every part', () => {
  const { Banner, Panel, Form, Frame } = assent
  const page = read('docs/components.md')
  for (const [group, parts] of Object.entries({ Banner, Panel, Form, Frame }))
    for (const part of Object.keys(parts)) expect(page).toContain(`\`${group}.${part}\``)
})

it('lists every data-assent that the components render', () => {
  const consent = core.defineConsent({
    version: 1,
    categories: {
      essential: { name: 'Essential', description: 'Needed.', required: true },
      ads: { name: 'Ads', description: 'Shows advertising.', cookies: ['ad'] },
    },
    endpoint: '/consent',
    policy: '/privacy',
  })
  const { ConsentBanner, ConsentFrame, ConsentGate, ConsentProvider, CookieTable, PreferencesButton, PreferencesForm } =
    assent
  const html = renderToStaticMarkup(
    createElement(
      ConsentProvider,
      { consent },
      createElement(ConsentBanner),
      createElement(PreferencesForm),
      createElement(PreferencesButton),
      createElement(CookieTable),
      createElement(ConsentGate, { category: 'ads', fallback: 'No' }),
      createElement(ConsentFrame, { category: 'ads', src: '/ad', title: 'Ad', poster: '/ad.svg' }),
    ),
  )
  const rendered = new Set([...html.matchAll(/data-assent="([\w-]+)"/g)].map(([, name]) => name))
  const page = `${read('docs/components.md')}${read('docs/server-rendering.md')}`
  expect(rendered.size).toBeGreaterThan(15)
  const unlisted = [...rendered].filter(
    (name) => ![`data-assent="${name}"`, `| \`${name}\` |`].some((text) => page.includes(text)),
  )
  expect(unlisted).toEqual([])
})

it('names every public name in the README', () => {
  const page = read('README.md')
  const limits = /^[A-Z_]+$/
  for (const name of Object.keys({ ...assent, ...node, ...server, ...testing, ...vendors }))
    if (!limits.test(name)) expect(page).toContain(`\`${name}\``)
})
