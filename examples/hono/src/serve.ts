import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { createApp } from './app'

// Node: files from the disk, then the app.
const app = createApp(process.env.COOKIE_SECRET)
app.use(serveStatic({ root: './public' }))

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) }, ({ port }) => {
  console.log(`http://localhost:${port}`)
})
