// Style sheets for tests in browsers, as JSON at `/sheets`: ours as they are built, and those of sites.
import { transform } from 'lightningcss'
import type { Plugin } from 'vite'
import { buildSheet } from '../../scripts/build-sheet.mjs'
import { siteSheets, type SiteSheet } from '../../scripts/site-sheets.mjs'

export interface Sheets {
  /** `styles.css`, `styles.unlayered.css`, `themes/….css`; and `lowered`: the first, as Vite lowers it for older browsers. */
  readonly ours: Readonly<Record<string, string>>
  readonly sites: Readonly<Record<string, SiteSheet>>
}

const THEMES = ['contrast', 'material', 'plain', 'round', 'shadcn'].map((name) => `themes/${name}.css`)

export function serveSheets(): Plugin {
  let sheets: Promise<Sheets> | undefined
  return {
    name: 'assent-test-sheets',
    configureServer(server) {
      server.middlewares.use('/sheets', (_, response, next) => {
        sheets ??= build()
        sheets
          .then((all) => response.setHeader('content-type', 'application/json').end(JSON.stringify(all)))
          .catch(next)
      })
    },
  }
}

async function build(): Promise<Sheets> {
  const files = ['styles.css', 'styles.unlayered.css', ...THEMES]
  const ours = Object.fromEntries(await Promise.all(files.map(async (file) => [file, await buildSheet(file)] as const)))
  // What Vite takes by default: browsers that had all of the web's baseline for 30 months.
  const { code } = transform({
    filename: 'styles.css',
    code: Buffer.from(ours['styles.css'] ?? ''),
    minify: true,
    targets: { chrome: 111 << 16, safari: (16 << 16) | (4 << 8), firefox: 114 << 16 },
  })
  return { ours: { ...ours, lowered: code.toString() }, sites: await siteSheets() }
}
