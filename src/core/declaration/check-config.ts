import { checkAttributes } from '../cookies/check-definition.js'
import { isCookieName, isStorableName } from '../cookies/cookie-name.js'
import { ConsentError, show } from '../errors.js'
import { isDefinition } from './consent.js'
import { checkRecordSize } from './check-record-size.js'
import { checkTexts, isText } from './check-texts.js'
import type { CategoryConfig, ConsentConfig, CookieDeclaration, Declarations, Pattern, Regime } from './config.js'

const ID = /^[a-z][\w-]*$/i
const SHARED_KEYS = ['name', 'description', 'cookies', 'storage', 'urls']
const REGIMES: readonly Regime[] = ['opt-in', 'opt-out', 'exempt']

/** Throws for a declaration that cannot work. Called only in development builds. */
export function checkConfig(config: ConsentConfig | undefined): void {
  if (!isObject(config))
    throw new ConsentError(
      'invalid-config',
      'defineConsent was called without a declaration. There is nothing to ask the visitor. Pass { version, categories }.',
    )
  const { version, categories, cookie = {}, endpoint, policy } = config
  if (!Number.isSafeInteger(version) || version < 1)
    throw new ConsentError(
      'invalid-version',
      `version is ${show(version)}, which is not a positive whole number. Visitors are asked again when it rises. Use 1, then 2.`,
    )
  if (!isObject(categories) || Object.keys(categories).length === 0)
    throw new ConsentError(
      'invalid-config',
      'defineConsent has no categories. There is nothing to ask the visitor, and every cookie would be refused. Declare at least one category.',
    )
  if (!isObject(cookie))
    throw new ConsentError(
      'invalid-config',
      `cookie is ${show(cookie)}, which is not an object. The choice would be kept in a cookie of another name. Write { name, maxAge, … }.`,
    )
  refuseUnknown(config, 'The declaration', [
    'version',
    'categories',
    'cookie',
    'endpoint',
    'policy',
    'language',
    'notice',
    'changes',
  ])
  refuseUnknown(cookie, 'cookie', ['name', 'maxAge', 'domain', 'path', 'sameSite', 'secure'])
  const seen = new Map<string, string>()
  const services = new Set<string>()
  for (const [id, category] of Object.entries(categories)) checkCategory(id, category, seen, services)
  const { name = 'cookie_consent', maxAge } = cookie
  if (typeof name !== 'string' || !isCookieName(name)) refuseName(name, 'The consent cookie')
  checkAttributes(name, cookie)
  checkRecordSize(name, Object.keys(categories), [...services])
  if (maxAge !== undefined && !(maxAge > 0))
    throw new ConsentError(
      'invalid-attribute',
      `cookie.maxAge is ${String(maxAge)}, which is not a positive number. The choice would be lost at once. Give seconds, such as days(182).`,
    )
  checkUrl(endpoint, 'endpoint')
  checkUrl(policy, 'policy')
  checkTexts(config)
}

function checkCategory(id: string, category: CategoryConfig, seen: Map<string, string>, services: Set<string>): void {
  if (!ID.test(id))
    throw new ConsentError(
      'invalid-category-id',
      `"${id}" is not a valid category id. Ids are written into the record, into forms and into data attributes. Start with a letter, then use letters, digits, "-" or "_".`,
    )
  if (!isObject(category) || !isText(category.name) || !isText(category.description))
    throw new ConsentError(
      'invalid-config',
      `The category "${id}" has no name or no description. Visitors decide by these texts. Add both.`,
    )
  if (category.regime && typeof category.regime !== 'function' && !REGIMES.includes(category.regime))
    throw new ConsentError(
      'invalid-config',
      `The category "${id}" has the unknown regime ${show(category.regime)}. It would be treated as "opt-in". Use "opt-in", "opt-out", "exempt", or a function of the region that gives one of them.`,
    )
  if (category.required !== undefined && typeof category.required !== 'boolean')
    throw new ConsentError(
      'invalid-config',
      `The category "${id}" has required: ${show(category.required)}, which is not a boolean. It could be granted without asking. Use true or false.`,
    )
  refuseUnknown(category, `The category "${id}"`, [...SHARED_KEYS, 'purpose', 'required', 'regime', 'services'])
  checkDeclarations(category, id, seen)
  const all: unknown = category.services ?? {}
  const declared = Object.entries(isObject(all) ? (all as NonNullable<typeof category.services>) : {})
  if (!isObject(all) || !declared.every(([, service]) => isObject(service) && isText(service.name)))
    throw new ConsentError(
      'invalid-config',
      `The services of "${id}" are not objects with a name. Visitors decide by the name. Write services: { id: { name, cookies } }.`,
    )
  if (category.required && declared.length > 0)
    throw new ConsentError(
      'required-with-services',
      `The category "${id}" is required and has services. Each service has its own switch, but nobody can refuse a required category. Move the services to another category, or list their cookies in the category.`,
    )
  for (const [service, declarations] of declared) {
    if (!ID.test(service) || services.has(service))
      throw new ConsentError(
        'duplicate-service',
        `The service id "${service}" is not valid or is used twice. A record lists services only by id. Give each service its own id: a letter, then letters, digits, "-" or "_".`,
      )
    services.add(service)
    refuseUnknown(declarations, `The service "${service}"`, SHARED_KEYS)
    checkDeclarations(declarations, `${id} (${service})`, seen)
  }
}

/** Throws for an unknown key. TypeScript does not find a misspelt key here, and its content would stay undeclared. */
function refuseUnknown(value: object, what: string, known: readonly string[]): void {
  for (const key of Object.keys(value))
    if (!known.includes(key))
      throw new ConsentError(
        'invalid-config',
        `${what} has the unknown key "${key}". Its content would be ignored. Use one of these keys: ${known.join(', ')}.`,
      )
}

function checkDeclarations(
  { cookies = [], storage = [], urls = [] }: Declarations,
  owner: string,
  seen: Map<string, string>,
): void {
  if (![cookies, storage, urls].every((list: unknown) => Array.isArray(list)))
    throw new ConsentError(
      'invalid-config',
      `cookies, storage or urls of "${owner}" is not a list. Each letter of a string would count as a name. Write a list, such as cookies: ["theme"].`,
    )
  for (const entry of cookies) {
    const pattern = patternIn(entry)
    if (pattern === undefined)
      throw new ConsentError(
        'invalid-pattern',
        `A cookie of "${owner}" is declared as ${show(entry)}, which has no name. It would match no cookie. Use a name, a RegExp, { name, … } or a definition of defineCookie.`,
      )
    const key = String(pattern)
    const other = seen.get(key)
    if (other !== undefined)
      throw new ConsentError(
        'duplicate-cookie',
        `The cookie "${key}" is declared in "${other}" and in "${owner}". Only one purpose can decide about a cookie. Remove one of the two.`,
      )
    seen.set(key, owner)
    refuseEverything(pattern, `A cookie of "${owner}"`, 'cookie')
    if (typeof pattern === 'string' && !isStorableName(pattern)) refuseName(pattern, `A cookie of "${owner}"`)
    if (isDefinition(entry)) {
      if (key.includes('*'))
        throw new ConsentError(
          'invalid-pattern',
          `The definition "${key}" of "${owner}" has a * in its name. In a declaration * stands for any run of characters, so other cookies would count as this one. Give the cookie a name without it.`,
        )
    } else if (typeof entry === 'object' && !(entry instanceof RegExp)) checkAttributes(key, entry)
  }
  for (const key of storage) {
    if (typeof key !== 'string' && !(key instanceof RegExp))
      throw new ConsentError(
        'invalid-pattern',
        `A storage key of "${owner}" is declared as ${show(key)}, which is not text. It would match nothing. Use a key, with * for any run of characters, or a RegExp.`,
      )
    refuseEverything(key, `A storage key of "${owner}"`, 'key')
  }
  for (const pattern of urls) checkUrlPattern(pattern, owner)
}

function patternIn(entry: CookieDeclaration): Pattern | undefined {
  const pattern: unknown = isObject(entry) && !(entry instanceof RegExp) ? entry.name : entry
  return pattern instanceof RegExp || (typeof pattern === 'string' && pattern !== '') ? pattern : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

// The source of a RegExp that is made of nothing but wildcards.
const WILD = /^\^?(?:\(\?:\)|(?:\.|\[\^\]|\[\\s\\S\])*(?:[*+]\??)?)\$?$/

/** Throws for a pattern that matches every name. */
function refuseEverything(pattern: Pattern, what: string, kind: 'cookie' | 'key'): void {
  const matchesAll =
    typeof pattern === 'string' ? /^\*+$/.test(pattern) : WILD.test(pattern.source) && 'any'.search(pattern) >= 0
  if (matchesAll)
    throw new ConsentError(
      'invalid-pattern',
      `${what} is declared as "${String(pattern)}", which matches every ${kind}. All of them would belong to one category. Write the beginning of the name before the *. A name that is a star is /^\\*$/.`,
    )
}

/** Names that other parties set are kept verbatim, also those that are not tokens, such as `prefs[lang]`. */
function refuseName(name: unknown, what: string): never {
  throw new ConsentError(
    'invalid-cookie-name',
    `${what} is called ${show(name)}, which is not a valid cookie name. Browsers would change it or drop the cookie (RFC 6265bis §5.6). Leave out "=", ";", control characters and white space around it. For the consent cookie, use only letters, digits, "-", "_" and ".".`,
  )
}

/** Checks the URL of a link or a form's target. A `javascript:` URL would run as a script. */
function checkUrl(url: unknown, field: string): void {
  if (url !== undefined && !(typeof url === 'string' && /^(\/(?![/\\\s])|https?:\/\/|\.{1,2}\/|[?#])/i.test(url)))
    throw new ConsentError(
      'invalid-url',
      `${field} is ${show(url)}, which is not a path or an https URL. It becomes a link or a form's target, where another scheme could run a script. Use a path such as "/privacy", or an https URL.`,
    )
}

// A host, optionally with its subdomains, a port and the beginning of a path; or only the beginning of a path.
const URL_PATTERN =
  /^(?:(?:\*\.)?(?:[a-z\d_-]+(?:\.[a-z\d_-]+)*|\[[\da-f:.]+\])(?::\d+)?(?:\/[^\s#]*)?|\/(?!\/)[^\s#]*)$/i

/** Throws for a pattern of `urls` that matches nothing, or every page of this site. */
function checkUrlPattern(pattern: unknown, owner: string): void {
  if (pattern instanceof RegExp) return
  if (typeof pattern !== 'string' || !URL_PATTERN.test(pattern) || /^\/\**$/.test(pattern))
    throw new ConsentError(
      'invalid-pattern',
      `A URL of "${owner}" is declared as ${show(pattern)}, which is not a valid pattern. It would match nothing, or every URL. Use a host ("plausible.io"), a domain with its subdomains ("*.hotjar.com"), either with the beginning of a path ("www.google.com/maps/embed"), a path of this site ("/vendor/"), or a RegExp. Leave out the scheme, and write ASCII ("xn--…").`,
    )
}
