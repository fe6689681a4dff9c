// Hono's own: the same app where Node is not.
import { pathToFileURL } from 'node:url'
import { beforePaintScript } from 'assent/core'
import { build } from 'esbuild'
import { expect, test } from './site.js'

interface Edge {
  createApp: (secret: string) => { fetch(request: Request): Response | Promise<Response> }
}

test('runs on an edge, with nothing of Node in it', async ({ baseURL }, testInfo) => {
  const outfile = testInfo.outputPath('app.mjs')
  await build({
    entryPoints: ['examples/hono/src/app.tsx'],
    outfile,
    bundle: true,
    format: 'esm',
    // No built-in module of Node is there: an import of one fails.
    platform: 'browser',
    conditions: ['workerd', 'worker'],
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx' } },
  })
  const { createApp } = (await import(pathToFileURL(outfile).href)) as Edge
  const app = createApp('a secret of the tests, and of nobody else')

  const asked = await app.fetch(new Request(`${baseURL ?? ''}/`))
  const html = await asked.text()
  expect(html).toContain('data-assent="banner"')
  expect(html).toContain(beforePaintScript)
  const body = new URLSearchParams({ name: 'Ada' })
  const named = await app.fetch(
    new Request(`${baseURL ?? ''}/visitor`, { method: 'POST', body, headers: { origin: baseURL ?? '' } }),
  )
  expect(named.status).toBe(303)
  const cookie = named.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const greeted = await app.fetch(new Request(`${baseURL ?? ''}/`, { headers: { cookie } }))
  expect((await greeted.text()).replaceAll('<!-- -->', '')).toContain('Hello, Ada.')
})
