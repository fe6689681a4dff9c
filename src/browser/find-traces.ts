import type { FoundTrace } from '../core/audit/audit.js'
import type { Jar } from '../core/cookies/jar.js'
import { decodeValue } from '../core/cookies/decode-value.js'
import { debug } from '../core/debug.js'

/** A cookie as `cookieStore` gives it: Chromium tells its attributes, others name and value alone. */
interface StoredCookie {
  readonly name: string
  readonly value: string
  readonly domain?: string | null
  readonly path?: string
  readonly expires?: number | null
  readonly secure?: boolean
  readonly sameSite?: 'strict' | 'lax' | 'none'
  readonly partitioned?: boolean
}

/** All that this page keeps and may see. What a browser withholds is not there. */
export async function findTraces(jar: Jar): Promise<FoundTrace[]> {
  const found = await Promise.all([
    attempt(() => findCookies(jar)),
    ...(['localStorage', 'sessionStorage'] as const).map((kind) =>
      attempt(() => Object.entries(globalThis[kind]).map(([name, value]) => ({ kind, name, value: String(value) }))),
    ),
    attempt(async () =>
      (await indexedDB.databases()).map(({ name = '' }): FoundTrace => ({ kind: 'indexedDB', name })),
    ),
    attempt(async () => (await caches.keys()).map((name): FoundTrace => ({ kind: 'caches', name }))),
  ])
  return found.flat()
}

async function findCookies(jar: Jar): Promise<FoundTrace[]> {
  const { cookieStore } = globalThis as { cookieStore?: { getAll(): Promise<StoredCookie[]> } }
  const stored = (await cookieStore?.getAll()) ?? []
  return Object.keys(jar.getAll()).flatMap((name) =>
    jar.getAll(name).map((value) => ({
      kind: 'cookie' as const,
      name,
      value,
      attributes: attributesOf(stored.find((one) => one.name === name && decodeValue(one.value) === value)),
    })),
  )
}

function attributesOf(cookie: StoredCookie | undefined): FoundTrace['attributes'] {
  if (cookie?.path === undefined) return undefined
  const { path, domain, expires, secure, sameSite, partitioned } = cookie
  return {
    path,
    domain: domain ?? undefined,
    expires: typeof expires === 'number' ? new Date(expires) : undefined,
    secure,
    sameSite,
    partitioned: partitioned || undefined,
  }
}

async function attempt(find: () => FoundTrace[] | Promise<FoundTrace[]>): Promise<FoundTrace[]> {
  try {
    return await find()
  } catch (error) {
    debug('This browser keeps storage from the page.', error)
    return []
  }
}
