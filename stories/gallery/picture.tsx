import { ConsentProvider } from 'assent'
import { ar } from 'assent/locales/ar'
import { useEffect, useRef, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import sheets from 'virtual:sheets'
import { createVisitStore } from '../visit/visit.js'
import type { State } from './states.js'

export const MODES = ['light', 'dark', 'right to left'] as const

/**
 * A state in a page of its own, so that banner and panel have an edge to stand at, and a phone's width. It is a picture: it
 * takes no focus.
 */
export function Picture({ state, mode }: { state: State; mode: (typeof MODES)[number] }): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null)
  const root = useRef<Root>(undefined)

  useEffect(
    () => () => {
      const drawn = root.current
      queueMicrotask(() => drawn?.unmount())
    },
    [],
  )

  const draw = () => {
    const page = frame.current?.contentDocument
    if (!page || root.current) return
    const isRightToLeft = mode === 'right to left'
    page.documentElement.lang = isRightToLeft ? 'ar' : 'en'
    page.documentElement.dir = isRightToLeft ? 'rtl' : 'ltr'
    page.documentElement.style.colorScheme = mode === 'dark' ? 'dark' : 'light'
    const style = page.createElement('style')
    style.textContent = `${sheets['styles.css'] ?? ''} html { background: light-dark(#f4f4f5, #121315) } body { margin: 16px }
      * { transition: none !important; scrollbar-width: none }`
    page.head.append(style)

    const { visit = {}, part, act } = state
    const store = createVisitStore(visit)
    const messages = isRightToLeft ? { ...ar, ...visit.messages } : visit.messages
    root.current = createRoot(page.body.appendChild(page.createElement('div')))
    root.current.render(
      <ConsentProvider store={store} messages={messages}>
        {part}
        <Act
          act={() => {
            if (visit.open) store.openPreferences()
            // What is pressed is there when the store is live.
            if (act) requestAnimationFrame(() => act(page))
          }}
        />
      </ConsentProvider>,
    )
  }

  return (
    <iframe
      ref={frame}
      className="picture"
      title={`${state.name}, ${mode}`}
      srcDoc="<!doctype html><meta name=viewport content=width=device-width>"
      style={{ blockSize: state.height }}
      inert
      onLoad={draw}
    />
  )
}

function Act({ act }: { act: () => void }): null {
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    done.current = true
    act()
  })
  return null
}
