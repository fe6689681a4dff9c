import { beforePaintHash } from 'assent/core'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { App } from './app.js'

/** The island as a server renders it, and the hash of its script: bundled, since the build makes that. */
export const rendered = { html: renderToString(createElement(App)), hash: beforePaintHash }
