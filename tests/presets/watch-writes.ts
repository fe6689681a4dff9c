import { compilePattern, defineConsent, type ServiceConfig } from 'assent/core'
import { expect, onTestFinished, vi } from 'vitest'
import { clearCookies } from '../browser/clear-cookies.js'

/** The names that a tool writes, those too that it takes back at once. */
export interface Writes {
  cookies(this: void): string[]
  /** Keys of localStorage and sessionStorage, names of databases and caches. */
  keys(this: void): string[]
}

/** Listens to what is written from now on, on a page that keeps nothing. */
export function watchWrites(): Writes {
  clearPage()
  onTestFinished(clearPage)
  const cookie = vi.spyOn(Document.prototype, 'cookie', 'set')
  const opened = [
    vi.spyOn(Storage.prototype, 'setItem'),
    vi.spyOn(IDBFactory.prototype, 'open'),
    vi.spyOn(CacheStorage.prototype, 'open'),
  ]
  return {
    cookies: () => unique(cookie.mock.calls.map(([text]) => text.split('=')[0] ?? '')),
    keys: () => unique(opened.flatMap(({ mock }) => mock.calls.map(([key]) => key))),
  }
}

/** Fails for each name that a preset does not declare, once a tool has written what comes late. */
export async function expectDeclared(service: ServiceConfig, writes: Writes): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const consent = defineConsent({
    version: 1,
    categories: { tools: { name: 'Tools', description: 'One of them.', services: { service } } },
  })
  const storage = (service.storage ?? []).map(compilePattern)
  expect(writes.cookies().filter((name) => consent.ownersOf(name).length === 0)).toEqual([])
  expect(writes.keys().filter((name) => !storage.some((pattern) => pattern.matches(name)))).toEqual([])
}

function clearPage(): void {
  clearCookies()
  localStorage.clear()
  sessionStorage.clear()
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
