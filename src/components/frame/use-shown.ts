import { useEffect, useRef, useState, type RefObject } from 'react'
import { type Consent, type Owner, servicesOf } from '../../core/declaration/consent.js'
import { useConsentContext } from '../../react/context.js'

interface Shown {
  /** Whether the visitor chose to show the frame once. */
  readonly isShownOnce: boolean
  /** The `<iframe>`, which takes the focus from the button that showed it. */
  readonly frame: RefObject<HTMLIFrameElement | null>
  readonly showOnce: () => void
  readonly showAlways: () => void
}

/** Gives the actions of a frame's two buttons. A later decision replaces "Show once". */
export function useShown(owner: Owner): Shown {
  const { store } = useConsentContext()
  const [isShownOnce, setShownOnce] = useState(false)
  const frame = useRef<HTMLIFrameElement>(null)
  const isPressed = useRef(false)

  useEffect(() => store.onDecision(() => setShownOnce(false)), [store])
  useEffect(() => {
    if (!isPressed.current || !frame.current) return
    isPressed.current = false
    frame.current.focus({ preventScroll: true })
  })
  return {
    isShownOnce,
    frame,
    showOnce() {
      isPressed.current = true
      setShownOnce(true)
    },
    showAlways() {
      isPressed.current = true
      const { grant } = store.getState()
      store.save(withOwner(grant, owner, store.consent))
    },
  }
}

/** Adds this service, or this category with all of its services, to a grant. */
function withOwner(
  { categories, services }: Readonly<Record<'categories' | 'services', readonly string[]>>,
  { category, service }: Owner,
  consent: Consent,
): { categories: string[]; services: string[] } {
  const added = service === undefined ? servicesOf(consent, [category]) : [service]
  return { categories: [...new Set([...categories, category])], services: [...new Set([...services, ...added])] }
}
