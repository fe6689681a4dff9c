import { embedSnapshot, snapshotOf } from 'assent/core'
import { consentHandler, createCookies } from 'assent/server'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { html, raw } from 'hono/html'
import { renderToString } from 'react-dom/server'
import { consent, visitor } from './consent'
import { Site } from './site'

/** The site, of any server or edge that speaks Fetch: nothing in here is Node's own. */
export function createApp(secret: string | undefined): Hono {
  const handler = consentHandler({ consent, secret })
  const cookiesOf = (request: Request) => createCookies(request, { consent, secret })
  const app = new Hono()

  app.all('/consent', (c) => handler(c.req.raw))

  app.post('/visitor', csrf(), async (c) => {
    const { name } = await c.req.parseBody()
    const cookies = cookiesOf(c.req.raw)
    if (typeof name === 'string' && name.length <= 40) cookies.set(visitor, name)
    return cookies.commit(c.redirect('/', 303))
  })

  app.get('/', (c) => {
    const snapshot = snapshotOf(c.req.raw.headers, consent)
    const name = cookiesOf(c.req.raw).get(visitor) ?? ''
    c.header('Cache-Control', 'private')
    c.header('Vary', 'Cookie')
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Low tide</title>
            <link rel="icon" href="/icon.svg" />
            <link rel="stylesheet" href="/build/site.css" />
          </head>
          <body>
            <div id="root" data-name="${name}">${raw(renderToString(<Site snapshot={snapshot} name={name} />))}</div>
            <script type="application/json" data-assent="state">
              ${raw(embedSnapshot(snapshot))}
            </script>
            <script type="module" src="/build/client.js"></script>
          </body>
        </html>`,
    )
  })

  return app
}
