import type { Jar } from 'assent/core'
import { onTestFinished } from 'vitest'

/** What the pages of `serve-pages.ts` tell their tests. */
export interface TestPage {
  /** What the console, the policy and uncaught errors said. */
  problems: string[]
  hydrate: (this: void) => void
  jar: Jar
  changes: string[]
}

export interface OpenPage {
  window: Window & TestPage
  document: Document
  frame: HTMLIFrameElement
}

/** Opens a page of `serve-pages.ts` in a frame, until the test ends. */
export async function openPage(path: string, sandbox?: string): Promise<OpenPage> {
  await cookieStore.getAll() // Chromium lets document.cookie be written while a request is under way: wait for it
  const frame = document.createElement('iframe')
  frame.width = '800'
  frame.height = '600'
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox)
  frame.src = `/pages${path}`
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  onTestFinished(() => frame.remove())
  await isLoaded
  await new Promise((resolve) => setTimeout(resolve)) // its pageshow follows
  const { contentWindow, contentDocument } = frame
  if (!contentWindow) throw new Error(`The frame of ${path} has no window.`)
  return {
    frame,
    window: contentWindow as Window & TestPage, // what the script of each page puts there
    document: contentDocument ?? document, // a sandboxed frame shows us none; its tests send messages
  }
}
