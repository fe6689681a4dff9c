import { readSnapshot } from 'assent'
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.js'
import { caseOf } from './cases.js'
import { Document } from './document.js'
import type { TestPage } from './open-page.js'

Object.assign(window, {
  hydrate() {
    const props = { page: caseOf(location.search), snapshot: readSnapshot() }
    const root = document.getElementById('root')
    if (root) hydrateRoot(root, createElement(App, props))
    else hydrateRoot(document, createElement(Document, props))
  },
} satisfies Partial<TestPage>)
