import path from 'node:path'
import * as esbuild from 'esbuild'
import { beforePaintForEsbuild } from '../../scripts/before-paint.mjs'
import type { Block } from './blocks.js'

const root = path.resolve(import.meta.dirname, '../..')

/** Bundles a block of a page, with the `./consent` of that page that it may import, as a module for Node. */
export async function bundleBlock(
  page: readonly Block[],
  code: string,
  {
    loader = 'ts',
    alias = {},
    external = [],
  }: Pick<esbuild.BuildOptions, 'alias' | 'external'> & { loader?: 'ts' | 'tsx' } = {},
): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: code, loader, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    external,
    alias: {
      'assent/core': path.join(root, 'src/core.ts'),
      'assent/testing': path.join(root, 'src/testing.ts'),
      'assent/server': path.join(root, 'src/server.ts'),
      'assent/vendors': path.join(root, 'src/vendors.ts'),
      'assent/node': path.join(root, 'src/node.ts'),
      assent: path.join(root, 'src/index.ts'),
      ...alias,
    },
    plugins: [
      beforePaintForEsbuild,
      {
        name: 'page',
        setup(build) {
          build.onResolve({ filter: /^\.\/consent$/ }, () => ({ path: 'consent', namespace: 'page' }))
          build.onLoad({ filter: /./, namespace: 'page' }, () => ({
            contents: page.find(({ file }) => file.startsWith('consent.'))?.code ?? '',
            loader: 'tsx',
            resolveDir: root,
          }))
        },
      },
    ],
  })
  return outputFiles[0]?.text ?? ''
}
