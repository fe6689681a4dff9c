import { createConsentStore, createMemoryJar } from 'assent/core'
import { metaConsent } from 'assent/vendors'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { decided, site, visit } from './visit.js'

interface Fbq {
  (...command: unknown[]): void
  queue?: unknown[][]
  callMethod?: (...command: unknown[]) => void
}
const page = window as { fbq?: Fbq }

/** What Meta's snippet does: nothing where it finds an `fbq`; else it makes one, then its queue. */
function runSnippet(): boolean {
  if (page.fbq) return false
  const made: Fbq = (page.fbq = (...command) =>
    made.callMethod ? made.callMethod(...command) : void made.queue?.push(command))
  made.queue = []
  return true
}

const INIT = ['init', '1']
const told = (...commands: string[]) => commands.map((command) => ['consent', command])

afterEach(() => {
  delete page.fbq
})

describe('the Meta Pixel', () => {
  it('is revoked before its init, by a snippet that runs later', () => {
    metaConsent(visit(site))
    expect(runSnippet()).toBe(true)
    page.fbq?.('init', '1')
    expect(page.fbq?.queue).toEqual([...told('revoke'), INIT])
  })

  it('is granted after that, on a returning visit and at a choice', () => {
    const store = visit(site, decided(['marketing']))
    metaConsent(store)
    store.rejectAll()
    runSnippet()
    page.fbq?.('init', '1')
    store.acceptAll()
    expect(page.fbq?.queue).toEqual([...told('revoke', 'grant', 'revoke'), INIT, ...told('grant')])
  })

  it('leaves an ordinary property behind', () => {
    metaConsent(visit(site))
    runSnippet()
    const { fbq } = page
    expect(fbq).toBeTypeOf('function')
    expect(Object.getOwnPropertyDescriptor(page, 'fbq')).toEqual({
      value: fbq,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  })

  it('is told what it waits for, too, where the page declares a function of that name', () => {
    const store = visit(site)
    metaConsent(store)
    const declared = Object.assign(vi.fn(), { queue: [] })
    // As a function declaration does: it sets nothing, it defines.
    Object.defineProperty(page, 'fbq', { value: declared, writable: true, configurable: true })
    store.acceptAll()
    expect(declared.mock.calls).toEqual(told('revoke', 'grant'))
  })

  it('is told at once where it is there, and by the method that it gets', () => {
    runSnippet()
    const store = visit(site)
    const stop = metaConsent(store, { grantedBy: 'meta' })
    expect(page.fbq?.queue).toEqual(told('revoke'))
    const callMethod = vi.fn()
    if (page.fbq) page.fbq.callMethod = callMethod
    store.save({ categories: ['marketing'], services: ['meta'] })
    store.save({ categories: ['marketing'], services: ['ads'] })
    stop()
    store.acceptAll()
    expect(callMethod.mock.calls).toEqual(told('grant', 'revoke'))
  })

  it('is told of a withdrawal before it erases', () => {
    const jar = createMemoryJar(`${decided(['marketing'])}; _fbp=fb.1`)
    const store = createConsentStore(site, { jar })
    store.start()
    metaConsent(store)
    runSnippet()
    const there: [unknown, string | undefined][] = []
    if (page.fbq) page.fbq.callMethod = (_, command) => there.push([command, jar.get('_fbp')])
    store.rejectAll()
    expect(there).toEqual([['revoke', 'fb.1']])
    expect(jar.get('_fbp')).toBeUndefined()
  })

  it('keeps an early tag revoked after it was stopped', () => {
    const store = visit(site)
    metaConsent(store)()
    store.acceptAll()
    runSnippet()
    page.fbq?.('init', '1')
    expect(page.fbq?.queue).toEqual([...told('revoke'), INIT])
  })

  it('does nothing on a server', () => {
    vi.stubGlobal('document', undefined)
    metaConsent(visit(site))()
    expect('fbq' in page).toBe(false)
  })
})
