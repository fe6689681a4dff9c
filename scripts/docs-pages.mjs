// The pages of the documentation as pages of Storybook: every Markdown file of docs, and those of the root that the index in
// docs/README.md lists, in its order and by its sections. Links between them lead to pages of Storybook, others to the repository.
import fs from 'node:fs'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const INDEX = 'docs/README.md'
/** The question after a file's name that asks for its page, as `?raw` asks for its text. */
const QUERY = '?page'

/** @type {(file: string) => string} */
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8')

/** @typedef {{ file: string, title: string, section: string, id: string }} DocsPage */
/** @typedef {{ title: string, href: string }} PageLink */
/** @typedef {{ text: string, before?: PageLink, after?: PageLink }} PageContent */

/** @returns {DocsPage[]} In the order of the index. A page that it does not list comes last. */
export function docsPages() {
  const listed = [{ file: INDEX, section: '' }]
  let section = ''
  for (const line of read(INDEX).split('\n')) {
    section = /^## (.+)/.exec(line)?.[1] ?? section
    const [, target] = /^- \[[^\]]+\]\(([^)]+)\)/.exec(line) ?? []
    if (target) listed.push({ file: path.posix.join('docs', target), section })
  }
  const files = fs
    .readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join('docs', file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.md') && !listed.some((page) => page.file === file))
  return [...listed, ...files.sort().map((file) => ({ file, section: 'More' }))].map((page) => {
    const title = titleOf(page.file)
    return { ...page, title, id: idOf(pathOf(page.section, title)) }
  })
}

/** @type {(file: string) => string} */
const titleOf = (file) => (file === INDEX ? 'All pages' : (/^# (.+)$/m.exec(read(file))?.[1] ?? file))

/** Where a page stands in the sidebar. @type {(section: string, title: string) => string} */
const pathOf = (section, title) => ['Docs', section, title.replaceAll('/', ' ')].filter(Boolean).join('/')

/** As Storybook makes the id of a page from its place. @type {(place: string) => string} */
const idOf = (place) =>
  `${place
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')}--docs`

/** @type {(page: DocsPage) => PageLink} */
const linkTo = ({ title, id }) => ({ title, href: `./?path=/docs/${id}` })

/**
 * Writes a small MDX file for each page: Storybook finds pages as files.
 *
 * @param {string} folder
 */
export function writeDocsPages(folder) {
  const pages = docsPages()
  const files = pages.map(({ file, section, title }, i) => ({
    name: `${String(i).padStart(2, '0')}-${path.basename(file, '.md').toLowerCase()}.mdx`,
    text: `import { Meta } from '@storybook/addon-docs/blocks'
import { Page } from '../../stories/site/page.js'
import page from '../../${file}${QUERY}'

<Meta title=${JSON.stringify(pathOf(section, title))} />

<Page page={page} />
`,
  }))
  fs.mkdirSync(folder, { recursive: true })
  for (const old of fs.readdirSync(folder))
    if (!files.some(({ name }) => name === old)) fs.rmSync(path.join(folder, old), { recursive: true })
  for (const { name, text } of files) {
    const target = path.join(folder, name)
    // A file that is written again makes a running Storybook load it again.
    if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== text) fs.writeFileSync(target, text)
  }
}

/**
 * What a page shows: its Markdown with links that work in Storybook, and its neighbours.
 *
 * @type {(file: string) => PageContent}
 */
export function pageOf(file) {
  const pages = docsPages()
  const at = pages.findIndex((page) => page.file === file)
  const [before, after] = [pages[at - 1], pages[at + 1]]
  return {
    text: relink(read(file), file, pages),
    ...(before && { before: linkTo(before) }),
    ...(after && { after: linkTo(after) }),
  }
}

/** @type {(text: string, file: string, pages: DocsPage[]) => string} */
function relink(text, file, pages) {
  const { homepage } = JSON.parse(read('package.json'))
  const repository = String(homepage).replace(/#.*/, '/blob/main/')
  const blocks = text.split(/^(```[^]*?^```)$/m) // those of code are every second
  return blocks
    .map((block, i) =>
      i % 2
        ? block
        : block.replaceAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)(#[^)\s]+)?\)/g, (_, target, hash = '') => {
            const linked = path.posix.join(path.posix.dirname(file), target)
            const page = pages.find((other) => other.file === linked)
            return `](${page ? linkTo(page).href : repository + linked}${hash})`
          }),
    )
    .join('')
}

/**
 * The plugin for Vite: `import page from '../docs/hooks.md?page'`.
 *
 * @returns {import('vite').Plugin}
 */
export function docsPagesPlugin() {
  return {
    name: 'docs-pages',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(`.md${QUERY}`)) return null
      const file = id.slice(0, -QUERY.length)
      this.addWatchFile(file)
      this.addWatchFile(path.join(root, INDEX))
      const name = path.relative(root, file).split(path.sep).join('/')
      return `export default ${JSON.stringify(pageOf(name))}`
    },
  }
}
