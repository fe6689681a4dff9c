import { snapshotOf } from 'assent/core'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { consent } from '../../consent'
import { Site } from '../site'

// Nothing below waits in a shell: the visitor's choice decides the first HTML.
export const instant = false

export default async function VisitorLayout({ children }: { children: ReactNode }) {
  await connection()
  return <Site snapshot={snapshotOf(await headers(), consent)}>{children}</Site>
}
