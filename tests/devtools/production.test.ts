import path from 'node:path'
import * as esbuild from 'esbuild'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

async function bundle(mode: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(root, 'src/devtools.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external: ['react', 'react/jsx-runtime', 'zustand', 'js-cookie', '#rendered-script'],
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  })
  return outputFiles[0]?.text ?? ''
}

it('leaves no code of the panel in a production build', async () => {
  const production = await bundle('production')
  expect(production).not.toContain('devtools')
  expect(production).not.toContain('indexedDB')
  const development = await bundle('development')
  expect(development).toContain('indexedDB')
  expect(production.length * 20).toBeLessThan(development.length)
})
