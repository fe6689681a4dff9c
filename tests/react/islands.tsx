// Roots of React in one page, each with a provider of its own, as islands have it.
import {
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  defineCookie,
  type ConsentStore,
} from 'assent'
import { StrictMode, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { onTestFinished, vi } from 'vitest'

export const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
export const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    analytics: { name: 'Analytics', description: 'Measures.', cookies: [theme, 'pref_*'] },
  },
  endpoint: '/pages/consent',
})

export const open = (): ConsentStore => createConsentStore(consent, { jar: createMemoryJar() })

/** An element of the page, gone when the test is over. */
export function place(html = ''): HTMLElement {
  const element = document.createElement('div')
  element.innerHTML = html
  document.body.append(element)
  onTestFinished(() => element.remove())
  return element
}

/** Renders an island: a root with a provider of its own. */
export function island(store: ConsentStore, children: ReactNode, onDecision?: () => void): Root {
  const root = createRoot(place())
  root.render(
    <StrictMode>
      <ConsentProvider store={store} onDecision={onDecision}>
        {children}
      </ConsentProvider>
    </StrictMode>,
  )
  onTestFinished(() => root.unmount())
  return root
}

/** Makes posts succeed, and gives their bodies. */
export function watchPosts(): unknown[] {
  const bodies: unknown[] = []
  vi.spyOn(window, 'fetch').mockImplementation((_, init) => {
    bodies.push(init?.body)
    return Promise.resolve(new Response())
  })
  return bodies
}
