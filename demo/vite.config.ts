import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// One command builds both sides: the scripts and styles of the page, and the server with all that it renders.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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
