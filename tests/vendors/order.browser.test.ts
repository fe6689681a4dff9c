import { createBrowserJar, createConsentStore } from 'assent/core'
import { googleConsentMode, metaConsent, clarityConsent, uetConsent } from 'assent/vendors'
import { expect, it, onTestFinished } from 'vitest'
import { clearCookies } from '../browser/clear-cookies.js'
import { site } from './visit.js'

type Words = Record<string, unknown>

/** Stands for the four tags: makes the queues as their snippets do, reads what waits in them, and hears what follows. */
const TAGS = `
  window.heard = []
  const hear = (tag) => (...command) => heard.push([tag, ...command, document.cookie.includes('_ga=')])

  window.dataLayer = window.dataLayer || []
  const isCommand = (entry) => Object.prototype.toString.call(entry) === '[object Arguments]'
  const read = (entry) => isCommand(entry) && hear('google')(...entry)
  dataLayer.forEach(read)
  dataLayer.push = (...entries) => entries.forEach(read)

  window.uetq = window.uetq || []
  const waiting = uetq
  window.uetq = { push: hear('uet') }
  for (let i = 0; i < waiting.length; i += 3) uetq.push(...waiting.slice(i, i + 3))

  window.clarity = window.clarity || function () { (clarity.q = clarity.q || []).push(arguments) }
  const calls = clarity.q || []
  window.clarity = hear('clarity')
  for (const call of calls) clarity(...call)

  !function (f, n) {
    if (f.fbq) return
    n = f.fbq = function () { n.callMethod ? n.callMethod.apply(n, arguments) : n.queue.push(arguments) }
    if (!f._fbq) f._fbq = n
    n.push = n; n.loaded = !0; n.version = '2.0'; n.queue = []
  }(window)
  fbq('init', '1')
  fbq.callMethod = hear('meta')
  for (const call of fbq.queue.splice(0)) fbq.callMethod(...call)
`

it('tells every tag "denied" before it starts, then what is granted, and of a withdrawal before it erases', () => {
  clearCookies()
  const page = window as unknown as Words & { heard: unknown[][] } // what the tags below put there
  onTestFinished(() => {
    for (const name of ['heard', 'dataLayer', 'uetq', 'clarity', 'fbq', '_fbq']) Reflect.deleteProperty(page, name)
  })
  const store = createConsentStore(site, { jar: createBrowserJar() })
  const stops = [
    googleConsentMode(store, { mode: 'advanced' }),
    uetConsent(store),
    clarityConsent(store),
    metaConsent(store),
    store.start(),
  ]
  const script = document.createElement('script')
  script.textContent = `{${TAGS}}`
  document.head.append(script)
  script.remove()
  store.acceptAll()
  document.cookie = '_ga=1; path=/'
  store.rejectAll()
  for (const stop of stops) stop()

  const heardBy = (tag: string, told: (command: unknown[]) => unknown) =>
    page.heard.filter(([name]) => name === tag).map((command) => [told(command), command.at(-1)])
  const member = (name: string) => (command: unknown[]) => (command.at(-2) as Words)[name]
  const course = [
    ['denied', false],
    ['granted', false],
    ['denied', true],
  ]
  expect(heardBy('google', member('analytics_storage'))).toEqual(course)
  expect(heardBy('uet', member('ad_storage'))).toEqual(course)
  expect(heardBy('clarity', member('analytics_Storage'))).toEqual(course)
  expect(heardBy('meta', (command) => command.slice(1, -1).join())).toEqual([
    ['consent,revoke', false],
    ['init,1', false],
    ['consent,grant', false],
    ['consent,revoke', true],
  ])
  expect(document.cookie).not.toContain('_ga=')
})
