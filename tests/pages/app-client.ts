import { readSnapshot } from 'assent'
import { createElement, startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './app.js'
import { caseOf } from './cases.js'
import { Document } from './document.js'
import type { TestPage } from './open-page.js'

const page = caseOf(location.search)
const run = page.transition ? startTransition : (task: () => void) => task()

Object.assign(window, {
  hydrate() {
    const props = { page, snapshot: readSnapshot() }
    const root = document.getElementById('root')
    run(() => {
      if (!root) hydrateRoot(document, createElement(Document, props))
      else if (page.client) createRoot(root).render(createElement(App, props))
      else hydrateRoot(root, createElement(App, props))
    })
  },
} satisfies Partial<TestPage>)
