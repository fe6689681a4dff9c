import type { ReactNode } from 'react'
import { Site } from '../site'

/** Pages whose shell is the same for everyone: no snapshot, so the banner and the script before it are in the shell. */
export default function ShellLayout({ children }: { children: ReactNode }) {
  return <Site>{children}</Site>
}
