import { createBrowserJar } from 'assent/core'
import type { TestPage } from './open-page.js'

const jar = createBrowserJar()
const changes: string[] = []
Object.assign(window, { jar, changes } satisfies Partial<TestPage>)

// A frame that its page cannot look into is asked by messages.
addEventListener('message', ({ data, source }) => {
  if (data !== 'try') return
  const stop = jar.subscribe((changed) => changes.push(...changed))
  const answer = { get: jar.get('a'), all: { ...jar.getAll() }, set: jar.set('a', '1'), remove: jar.remove('a') }
  stop()
  source?.postMessage(answer, { targetOrigin: '*' })
})
