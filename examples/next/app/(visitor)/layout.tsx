import { snapshotOf } from 'assent/core'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { consent } from '../../consent'
import { Site } from '../site'

/** Pages that are rendered for each visitor: only the snapshot crosses to the client. */
export default async function VisitorLayout({ children }: { children: ReactNode }) {
  return <Site snapshot={snapshotOf(await headers(), consent)}>{children}</Site>
}
