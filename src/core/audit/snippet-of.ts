import { compileOwners } from '../declaration/owners.js'
import { patternOf } from '../declaration/consent.js'
import type { ServiceConfig } from '../declaration/config.js'
import type { Trace } from '../page-storage.js'

/**
 * A piece of a declaration to paste, for what nobody declared: the services among the known ones that set it, and the
 * names of the rest. Names are quoted as JSON, so that nothing that a page keeps can end the text.
 */
export function snippetOf(undeclared: readonly Trace[], known: Readonly<Record<string, ServiceConfig>>): string {
  // Each known service as a category of its own.
  const asked = Object.fromEntries(
    Object.entries(known).map(([id, service]) => [id, { name: id, description: '', ...declarationsOf(service) }]),
  )
  const ownersOfCookie = compileOwners(asked, ({ cookies }) => cookies?.map(patternOf))
  const ownersOfKey = compileOwners(asked, ({ storage }) => storage)
  const services = new Set<string>()
  const cookies = new Set<string>()
  const storage = new Set<string>()
  for (const { kind, name } of undeclared) {
    const owners = kind === 'cookie' ? ownersOfCookie(name) : ownersOfKey(name)
    for (const { category } of owners) services.add(category)
    if (owners.length === 0) (kind === 'cookie' ? cookies : storage).add(name)
  }
  return [
    services.size > 0 && `services: { ${[...services].join(', ')} },`,
    cookies.size > 0 && `cookies: ${listOf(cookies)},`,
    storage.size > 0 && `storage: ${listOf(storage)},`,
  ]
    .filter(Boolean)
    .join('\n')
}

function declarationsOf({ cookies, storage }: ServiceConfig) {
  return { cookies, storage }
}

function listOf(names: ReadonlySet<string>): string {
  return `[${[...names]
    .sort()
    .map((name) => JSON.stringify(name))
    .join(', ')}]`
}
