import 'assent/styles.css'
import './site.css'
import { ConsentProvider } from 'assent'
import { snapshotOf } from 'assent/core'
import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRevalidator } from 'react-router'
import type { Route } from './+types/root'
import { consent } from './consent'
import { Site } from './site'

/** What the page may know of the visitor: only this crosses to the browser. */
export function loader({ request }: Route.LoaderArgs) {
  return { snapshot: snapshotOf(request.headers, consent) }
}

/** Every page is that of one visitor. */
export function headers() {
  return { 'Cache-Control': 'private', Vary: 'Cookie' }
}

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function Root({ loaderData }: Route.ComponentProps) {
  const { revalidate } = useRevalidator()
  return (
    // What loaders gave by the old choice is loaded again.
    <ConsentProvider consent={consent} snapshot={loaderData.snapshot} onDecision={() => revalidate()}>
      <Site>
        <Outlet />
      </Site>
    </ConsentProvider>
  )
}
