import type { ReactNode } from 'react'
import { Site } from '../site'

/** Pages that are built once for everyone: no snapshot, so the script before the banner hides it from who decided. */
export default function CachedLayout({ children }: { children: ReactNode }) {
  return <Site>{children}</Site>
}
