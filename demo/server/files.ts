import fs from 'node:fs'
import path from 'node:path'
import { securityHeaders } from './security-headers.js'

const root = path.join(import.meta.dirname, '../client')

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
}

// Read at the start, so no path of a request ever reaches the disk.
const contents = new Map(
  fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && path.extname(entry.name) in TYPES)
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [`/${path.relative(root, file).split(path.sep).join('/')}`, fs.readFileSync(file)]),
)

/** A file of the built site, or nothing. */
export function files(url: string): Response | undefined {
  const content = contents.get(url)
  if (!content) return undefined
  return new Response(content, {
    headers: {
      ...securityHeaders(),
      'content-type': TYPES[path.extname(url)] ?? 'application/octet-stream',
      // A name in /assets holds the hash of its content.
      'cache-control': url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
}

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
}

const manifest = JSON.parse(fs.readFileSync(path.join(root, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
const entry = manifest['src/client.tsx']
if (!entry) throw new Error('The site is not built: run npm run build:demo.')

/** What a page loads. */
export const client = { script: `/${entry.file}`, styles: (entry.css ?? []).map((file) => `/${file}`) }
