import { checkAttributes } from '../cookies/check-definition.js'
import { isCookieName } from '../cookies/cookie-name.js'
import { ConsentError } from '../errors.js'
import { checkRecordSize } from './check-record-size.js'
import type { CategoryConfig, ConsentConfig, CookieDeclaration, Declarations, Pattern, Regime } from './config.js'

const ID = /^[a-z][\w-]*$/i
const OWN = ['name', 'description', 'cookies', 'storage', 'urls']
const REGIMES: readonly Regime[] = ['opt-in', 'opt-out', 'exempt']

/** Throws where a declaration cannot work as it was meant. Called in development builds only. */
export function checkConfig(config: ConsentConfig | undefined): void {
  if (!isObject(config))
    throw new ConsentError(
      'invalid-config',
      'defineConsent was called without a declaration, so there is nothing to ask for. Pass { version, categories }.',
    )
  const { version, categories, cookie = {}, endpoint, policy } = config
  if (!Number.isSafeInteger(version) || version < 1)
    throw new ConsentError(
      'invalid-version',
      `version is ${String(version)}. Visitors are asked again when it changes, so it must be a positive integer: 1, then 2.`,
    )
  if (!isObject(categories) || Object.keys(categories).length === 0)
    throw new ConsentError(
      'invalid-config',
      'defineConsent has no categories, so there is nothing to ask for and every cookie would be refused. Declare at least one.',
    )
  refuseUnknown(config, 'The declaration', ['version', 'categories', 'cookie', 'endpoint', 'policy'])
  refuseUnknown(cookie, 'cookie', ['name', 'maxAge', 'domain', 'path', 'sameSite', 'secure'])
  const seen = new Map<string, string>()
  const services = new Set<string>()
  for (const [id, category] of Object.entries(categories)) checkCategory(id, category, seen, services)
  const { name = 'cookie_consent', maxAge } = cookie
  checkName(name, 'The consent cookie')
  checkAttributes(name, cookie)
  checkRecordSize(name, Object.keys(categories), [...services])
  if (maxAge !== undefined && !(maxAge > 0))
    throw new ConsentError(
      'invalid-attribute',
      `cookie.maxAge is ${String(maxAge)}: the choice would be forgotten at once. It is a count of seconds: use days(182).`,
    )
  checkUrl(endpoint, 'endpoint')
  checkUrl(policy, 'policy')
}

function checkCategory(id: string, category: CategoryConfig, seen: Map<string, string>, services: Set<string>): void {
  if (!ID.test(id))
    throw new ConsentError(
      'invalid-category-id',
      `"${id}" is no category id: it stands in the record, in forms and in data attributes. Start with a letter, then letters, digits, "-" or "_".`,
    )
  if (!isObject(category) || typeof category.name !== 'string' || typeof category.description !== 'string')
    throw new ConsentError(
      'invalid-config',
      `The category "${id}" has no name or no description. The visitor decides by them. Add both, as text.`,
    )
  if (category.regime && typeof category.regime !== 'function' && !REGIMES.includes(category.regime))
    throw new ConsentError(
      'invalid-config',
      `The category "${id}" has the regime "${category.regime}", which means nothing and would wait for a yes. Use "opt-in", "opt-out", "exempt", or a function of the region that gives one of them.`,
    )
  if (category.required !== undefined && typeof category.required !== 'boolean')
    throw new ConsentError(
      'invalid-config',
      `required of the category "${id}" is ${JSON.stringify(category.required)}, and anything but false would grant it unasked. Use true or false.`,
    )
  refuseUnknown(category, `The category "${id}"`, [...OWN, 'required', 'regime', 'services'])
  checkDeclarations(category, id, seen)
  const own = Object.entries(category.services ?? {})
  if (category.required && own.length > 0)
    throw new ConsentError(
      'required-with-services',
      `The category "${id}" is required and has services. A service is a switch of its own, and nobody can refuse what is required. Move the services to another category, or their cookies to cookies.`,
    )
  for (const [service, declarations] of own) {
    if (!ID.test(service) || services.has(service))
      throw new ConsentError(
        'duplicate-service',
        `The service id "${service}" is used twice or is no id. A record lists services by id alone. Give each its own: a letter, then letters, digits, "-" or "_".`,
      )
    services.add(service)
    refuseUnknown(declarations, `The service "${service}"`, OWN)
    checkDeclarations(declarations, `${id} (${service})`, seen)
  }
}

/** TypeScript lets a misspelt key pass here, and what stands under it would be undeclared. */
function refuseUnknown(value: object, what: string, known: readonly string[]): void {
  for (const key of Object.keys(value))
    if (!known.includes(key))
      throw new ConsentError(
        'invalid-config',
        `${what} has the key "${key}", which means nothing, so what stands there would be left out. Known are: ${known.join(', ')}.`,
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
      `The cookies, the storage or the urls of "${owner}" are no list, so each letter would count as a name. Write them in brackets: cookies: ["theme"].`,
    )
  for (const entry of cookies) {
    const pattern = patternIn(entry)
    if (pattern === undefined)
      throw new ConsentError(
        'invalid-pattern',
        `A cookie of "${owner}" is declared as ${JSON.stringify(entry)}. Use a name, a RegExp, { name, … } or a definition of defineCookie.`,
      )
    const key = String(pattern)
    const other = seen.get(key)
    if (other !== undefined)
      throw new ConsentError(
        'duplicate-cookie',
        `The cookie "${key}" is declared in "${other}" and in "${owner}". One purpose decides about a cookie. Remove one of the two.`,
      )
    seen.set(key, owner)
    if (typeof pattern === 'string') checkName(pattern.replaceAll('*', ''), `A cookie of "${owner}"`, pattern)
    if (typeof entry === 'object' && !(entry instanceof RegExp) && !('decode' in entry)) checkAttributes(key, entry)
  }
  for (const key of storage)
    if (typeof key !== 'string' && !(key instanceof RegExp))
      throw new ConsentError(
        'invalid-pattern',
        `A storage key of "${owner}" is declared as ${JSON.stringify(key)}. Use a key, with * for any run of characters, or a RegExp.`,
      )
  for (const pattern of urls) checkUrlPattern(pattern, owner)
}

function patternIn(entry: CookieDeclaration): Pattern | undefined {
  const pattern: unknown = isObject(entry) && !(entry instanceof RegExp) ? entry.name : entry
  return pattern instanceof RegExp || (typeof pattern === 'string' && pattern !== '') ? pattern : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function checkName(literal: string, what: string, shown: string = literal): void {
  if (literal === '' && shown !== '')
    throw new ConsentError(
      'invalid-pattern',
      `${what} is declared as "${shown}", which is every cookie there is. Name what it starts with.`,
    )
  if (!isCookieName(literal))
    throw new ConsentError(
      'invalid-cookie-name',
      `${what} is called "${shown}", which no browser keeps as it is. Use letters, digits, "-", "_" and "." (RFC 9110 §5.6.2, token).`,
    )
}

/** Links and form targets: a path of this site, or https. A `javascript:` URL would run. */
function checkUrl(url: string | undefined, field: string): void {
  if (url !== undefined && !/^(\/(?![/\\\s])|https?:\/\/|\.{1,2}\/|[?#])/i.test(url))
    throw new ConsentError(
      'invalid-url',
      `${field} is "${url}". It becomes a link or a form's target, so only a path ("/privacy") or an https URL is safe.`,
    )
}

// A host, with all below it or not, with a port or not, and the beginning of a path; or such a path alone.
const URL_PATTERN =
  /^(?:(?:\*\.)?(?:[a-z\d_-]+(?:\.[a-z\d_-]+)*|\[[\da-f:.]+\])(?::\d+)?(?:\/[^\s#]*)?|\/(?!\/)[^\s#]*)$/i

/** Throws for a pattern of `urls` that would match nothing, or every page of this site. */
export function checkUrlPattern(pattern: unknown, owner: string): void {
  if (pattern instanceof RegExp) return
  if (typeof pattern !== 'string' || !URL_PATTERN.test(pattern) || /^\/\**$/.test(pattern))
    throw new ConsentError(
      'invalid-pattern',
      `A URL of "${owner}" is declared as ${JSON.stringify(pattern)}, which matches nothing, or all there is. Use a host ("plausible.io"), a host with all below it ("*.hotjar.com"), either with the beginning of a path ("www.google.com/maps/embed"), a path of this site ("/vendor/"), or a RegExp; without a scheme, and ASCII as in the address bar's "xn--…".`,
    )
}
