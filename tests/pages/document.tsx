import { embedSnapshot, type Snapshot } from 'assent'
import type { ReactNode } from 'react'
import { App } from './app.js'
import type { PageCase } from './cases.js'

interface DocumentProps {
  page: PageCase
  snapshot: Snapshot | undefined
  nonce?: string | undefined
}

/** A whole document, for pages that are streamed. */
export function Document({ page, snapshot, nonce }: DocumentProps): ReactNode {
  return (
    <html lang="en">
      <head>
        <title>Shop</title>
        <script src="/pages/collect.js" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <App page={page} snapshot={snapshot} nonce={nonce} />
        {snapshot && (
          <script
            suppressHydrationWarning // development React compares by innerHTML, which Trusted Types forbid
            type="application/json"
            data-assent="state"
            dangerouslySetInnerHTML={{ __html: embedSnapshot(snapshot) }}
          />
        )}
      </body>
    </html>
  )
}
