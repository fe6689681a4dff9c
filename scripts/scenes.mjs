// The scenes of tests/styles for what runs in Node: pages with every part, as text.
import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { beforePaintForEsbuild } from './before-paint.mjs'

const root = path.dirname(import.meta.dirname)

/** @typedef {Pick<typeof import('../tests/styles/scene.js'), 'htmlOf' | 'BANNERS' | 'PANELS'>} Scenes */

/** @returns {Promise<Scenes>} */
export async function loadScenes() {
  const outfile = path.join(root, 'node_modules/.cache', `scene-${process.pid}.mjs`)
  await esbuild.build({
    entryPoints: [path.join(root, 'tests/styles/scene.tsx')],
    outfile,
    bundle: true,
    packages: 'external',
    alias: { assent: path.join(root, 'src/index.ts') },
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    plugins: [beforePaintForEsbuild],
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    await fs.rm(outfile)
  }
}
