// Any server of files does this: `/about` is out/about.html.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.txt': 'text/x-component',
  '.woff2': 'font/woff2',
}
const root = path.resolve('out')
const isFile = (file) => existsSync(file) && statSync(file).isFile()
const port = process.env.PORT ?? 3000

createServer((request, response) => {
  // A URL cannot lead above its root.
  const asked = path.join(root, new URL(request.url, 'http://localhost').pathname)
  const found = [asked, `${asked}.html`, path.join(asked, 'index.html')].find(isFile)
  const file = found ?? path.join(root, '404.html')
  response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
}).listen(Number(port), () => console.log(`http://localhost:${port}`))
