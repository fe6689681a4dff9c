// Writes llms.txt (llmstxt.org) from the index of the docs: `node scripts/llms.mjs`.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.dirname(import.meta.dirname)

/** Sections that a short context may leave out. */
const OPTIONAL = ['Background', 'For contributors']

/** @returns {string} */
export function llmsText() {
  /** @type {Map<string, string[]>} */
  const sections = new Map()
  let section = ''
  for (const line of fs.readFileSync(path.join(root, 'docs/README.md'), 'utf8').split('\n')) {
    section = /^## (.+)/.exec(line)?.[1] ?? section
    const [, title = '', target = '', sentence = ''] = /^- \[([^\]]+)\]\(([^)]+)\): (.+)$/.exec(line) ?? []
    if (!target) continue
    const heading = OPTIONAL.includes(section) ? 'Optional' : section
    const entry = `- [${title}](${path.posix.join('docs', target)}): ${sentence}`
    sections.set(heading, [...(sections.get(heading) ?? []), entry])
  }
  return [HEAD, ...[...sections].map(([heading, entries]) => `## ${heading}\n\n${entries.join('\n')}\n`)].join('\n')
}

const HEAD = `# assent

> Cookie consent and cookies for React, in TypeScript. One declaration names categories and cookies; banner, preferences, hooks, gates and the server obey it.

Install \`assent\`; React 18 or newer. Entries: \`assent\` (React), \`assent/core\` (no React), \`assent/server\` (Fetch), \`assent/node\` (node:http, Express), \`assent/testing\`, \`assent/guard\`, \`assent/vendors\`.

- [AGENTS.md](AGENTS.md): the six rules of using it right, with code, and which page answers what.
- [README](README.md): the shortest start, and every public name.
`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  fs.writeFileSync(path.join(root, 'llms.txt'), llmsText())
