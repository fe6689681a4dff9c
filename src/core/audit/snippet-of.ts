import { compileOwners, keyOwners } from '../declaration/owners.js'
import { patternOf } from '../declaration/consent.js'
import type { ServiceConfig } from '../declaration/config.js'
import { isStorableName } from '../cookies/cookie-name.js'
import type { Trace } from '../page-storage.js'

/**
 * Writes a piece of a declaration to paste, for undeclared items: the known services that set them, and the names of the
 * rest. No stored name can break out of its string, hide a character, or declare more than itself.
 */
export function snippetOf(undeclared: readonly Trace[], known: Readonly<Record<string, ServiceConfig>>): string {
  // Each known service becomes a category, so that compileOwners can look it up.
  const knownCategories = Object.fromEntries(
    Object.entries(known).map(([id, service]) => [id, { name: id, description: '', ...declarationsOf(service) }]),
  )
  const ownersOfCookie = compileOwners(knownCategories, ({ cookies }) => cookies?.map(patternOf))
  const ownersOfKey = keyOwners({ categories: knownCategories })
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
    cookies.size > 0 && `cookies: ${listOf(cookies, isStorableName)},`,
    storage.size > 0 && `storage: ${listOf(storage)},`,
  ]
    .filter(Boolean)
    .join('\n')
}

function declarationsOf({ cookies, storage }: ServiceConfig) {
  return { cookies, storage }
}

function listOf(names: ReadonlySet<string>, canDeclare: (name: string) => boolean = () => true): string {
  const entries = [...names].sort().map((name) => {
    // In a declaration, * stands for any run of characters, so a name that has one is declared by a RegExp.
    if (name.includes('*') || !canDeclare(name))
      return `/^${escapeInvisible(name.replaceAll(/[$()*+./?[\\\]^{|}]/g, '\\$&'))}$/`
    return escapeInvisible(JSON.stringify(name))
  })
  return `[${entries.join(', ')}]`
}

/** Writes all but printable ASCII as escapes of JavaScript, because others can be invisible, turn text around, or look like letters. */
export function escapeInvisible(text: string): string {
  return text.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
