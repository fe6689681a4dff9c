import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import postcss from 'postcss'
import tailwindcss3 from 'tailwindcss3'
import type { Plugin } from 'vite'
import { buildSheet } from '../scripts/build-sheet.mjs'
import { sheets } from '../scripts/entries.mjs'
import { siteSheets, tailwind4 } from '../scripts/site-sheets.mjs'

const NAME = 'virtual:sheets'
const tailwindPage = fileURLToPath(new URL('../stories/sites/tailwind-page.tsx', import.meta.url))

/**
 * `import sheets from 'virtual:sheets'`: style sheets as texts, for stories that bring their own and take them away again: those
 * of sites, with what the pages in `stories/sites` use of Tailwind, and each of ours as the package has it.
 */
export function siteSheetsPlugin(): Plugin {
  return {
    name: 'assent-site-sheets',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null
      this.addWatchFile(tailwindPage)
      const page = await readFile(tailwindPage, 'utf8')
      const sites = await siteSheets()
      const ours = await Promise.all(sheets.map(async (file) => [file, await buildSheet(file)] as const))
      return `export default ${JSON.stringify({
        ...Object.fromEntries(ours),
        'Tailwind 3': `${sites['Tailwind 3']?.css ?? ''}\n${await tailwind3(page)}`,
        'Tailwind 4': await tailwind4(page.split(/[\s'"`]+/)),
        'Bootstrap 5': sites['Bootstrap 5']?.css,
      })}`
    },
  }
}

async function tailwind3(page: string): Promise<string> {
  const plugin = tailwindcss3({ content: [{ raw: page, extension: 'tsx' }], corePlugins: { preflight: false } })
  const { css } = await postcss([plugin]).process('@tailwind base; @tailwind utilities', { from: undefined })
  return css
}
