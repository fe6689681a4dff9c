import type { TestPage } from './open-page.js'

// First in the page, so that nothing that is said of it is missed.
const problems: string[] = []
Object.assign(window, { problems } satisfies Partial<TestPage>)
const say = (...words: unknown[]) => void problems.push(words.map(String).join(' '))
Object.assign(window.console, { error: say, warn: say })
addEventListener('error', ({ message }) => problems.push(message))
addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)))
addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
  problems.push(`${violatedDirective} ${sample}`),
)
