import 'assent/styles.css'
import './site.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Site } from './site'

export const metadata: Metadata = { title: 'Low tide' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Site>{children}</Site>
      </body>
    </html>
  )
}
