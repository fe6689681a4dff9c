import '@hotwired/turbo'
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.js'

/** What a test does in the page. */
export interface Swaps {
  /** Makes an island live: the n-th element of the class. */
  hydrate(n?: number): void
  /** Goes to a page as routers do: another body, whose inline scripts run again, within a view transition where there are any. */
  swap(path: string): Promise<void>
}

async function swap(path: string): Promise<void> {
  const text = await (await fetch(path)).text()
  const body = document.adoptNode(new DOMParser().parseFromString(text, 'text/html').body)
  const change = (): void => {
    document.body.replaceWith(body)
    for (const script of body.querySelectorAll('script')) {
      const again = document.createElement('script')
      for (const { name, value } of script.attributes) again.setAttribute(name, value)
      again.textContent = script.textContent
      script.replaceWith(again)
    }
  }
  const { startViewTransition } = document as { startViewTransition?: Document['startViewTransition'] }
  if (startViewTransition) await startViewTransition.call(document, change).updateCallbackDone
  else change()
}

Object.assign(window, {
  hydrate(n = 0) {
    const root = document.querySelectorAll('.island')[n]
    if (root) hydrateRoot(root, createElement(App))
  },
  swap,
} satisfies Swaps)
