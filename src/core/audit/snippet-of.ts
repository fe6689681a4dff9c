import { compileOwners } from '../declaration/owners.js'
import { patternOf } from '../declaration/consent.js'
import type { ServiceConfig } from '../declaration/config.js'
import type { Trace } from '../page-storage.js'

/**
 * Writes a piece of a declaration to paste, for undeclared items: the known services that set them, and the names of the
 * rest. Names are quoted as JSON, so that no stored name can break out of its string.
 */
export function snippetOf(undeclared: readonly Trace[], known: Readonly<Record<string, ServiceConfig>>): string {
  // Each known service becomes a category, so that compileOwners can look it up.
  const knownCategories = Object.fromEntries(
    Object.entries(known).map(([id, service]) => [id, { name: id, description: '', ...declarationsOf(service) }]),
  )
  const ownersOfCookie = compileOwners(knownCategories, ({ cookies }) => cookies?.map(patternOf))
  const ownersOfKey = compileOwners(knownCategories, ({ storage }) => storage)
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
