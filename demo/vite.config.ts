import fs from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// One command builds both sides: the scripts and styles of the page, and the server with all that it renders.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), themes()],
  builder: {},
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: true,
        modulePreload: false,
        // A data: URL would need the policy to allow data:.
        assetsInlineLimit: 0,
        rolldownOptions: { input: 'src/client.tsx' },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: 'server/serve.ts' },
      },
    },
  },
})

/** Puts the themes of assent beside the site's own files: the page loads the one that is switched on. */
function themes(): Plugin {
  const folder = new URL('../dist/themes/', import.meta.url)
  return {
    name: 'themes',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.css')))
        this.emitFile({ type: 'asset', fileName: `themes/${file}`, source: fs.readFileSync(new URL(file, folder)) })
    },
  }
}
