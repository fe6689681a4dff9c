'use client'
import { useContext, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { earlyPage } from '../browser/before-paint/early-page.js'
import { renderedScript } from '../browser/before-paint/rendered-script.js'
import { useConsentContext, WordsContext } from './context.js'
import { keepPlace } from './keep-place.js'
import { useConsentStore } from './use-consent.js'
import { useIsLive } from './use-external.js'

export { takeEarlyTick } from '../browser/before-paint/early-page.js'

/**
 * The script that hides the banner before the first paint, and keeps clicks made before hydration. It is there on the
 * server and while hydrating only: a script element that a client renders violates Trusted Types. `ConsentBanner`
 * brings it; render it yourself directly before a banner of your own. Renders a `<script>` element.
 *
 * @example
 * ```tsx
 * import { Banner, BeforePaint } from 'assent'
 *
 * export function OwnBanner() {
 *   return (
 *     <>
 *       <BeforePaint />
 *       <Banner.Root>
 *         <Banner.Title />
 *         <Banner.Actions />
 *       </Banner.Root>
 *     </>
 *   )
 * }
 * ```
 */
export function BeforePaint(): ReactNode {
  const { store, snapshot } = useConsentContext()
  const { nonce } = useContext(WordsContext)
  const isLive = useIsLive()

  const script = useRef<HTMLScriptElement>(null)
  const ref = useMemo(() => keepPlace(script), [])
  const isAsking = useConsentStore((state) => state.asking)

  useEffect(() => {
    // By now the store has started, which this render may not know of.
    const choice = earlyPage()?.takeOver(script.current, !!store.getState().asking)
    if (choice === 'accept') store.acceptAll()
    if (choice === 'reject') store.rejectAll()
    if (choice === 'dismiss') store.dismiss()
    if (choice === 'customize' || choice === 'open') store.openPreferences() // a panel that is yet to mount follows
  }, [store, isAsking, script])

  if (isLive) return null
  const { name, maxAge } = store.consent.cookie
  return (
    <script
      ref={ref}
      suppressHydrationWarning
      nonce={nonce}
      data-assent="before-paint"
      data-cookie={name}
      data-version={store.consent.version}
      data-max-age={snapshot ? undefined : maxAge}
      dangerouslySetInnerHTML={{ __html: renderedScript }}
    />
  )
}
