/** Longer lists of languages come from nobody's browser. */
const MAX_RANGES = 64
const MAX_LENGTH = 4096

/** Tags that mean what another tag means, in lower case: old codes, macro languages, and scripts by country (CLDR, likely subtags). */
const BRIDGES: Readonly<Record<string, string>> = {
  iw: 'he',
  in: 'id',
  mo: 'ro',
  no: 'nb',
  nn: 'nb',
  sh: 'sr',
  cmn: 'zh-hans',
  zh: 'zh-hans',
  'zh-cn': 'zh-hans',
  'zh-sg': 'zh-hans',
  'zh-my': 'zh-hans',
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  'zh-mo': 'zh-hant',
  yue: 'zh-hant',
  pt: 'pt-br',
}

/** Regions that read another region's form of their language rather than the language's own (CLDR, parent locales). */
const PARENTS: readonly (readonly [RegExp, string])[] = [
  [/^es-(ar|bo|br|bz|cl|co|cr|cu|do|ec|gt|hn|mx|ni|pa|pe|pr|py|sv|us|uy|ve)$/, 'es-419'],
  [/^en-(?!us|pr|ph)[a-z]{2}$/, 'en-gb'],
  [/^pt-(?!br)[a-z]{2}$/, 'pt-pt'],
]

/**
 * Chooses the language that fits best among those that you have: lookup by RFC 4647 §3.4, with the usual bridges (`no` → `nb`,
 * `zh-TW` → `zh-Hant`, `iw` → `he`, `pt` → `pt-BR`, `es-MX` → `es-419`, `en-AU` → `en-GB`). Pure, for pages and servers.
 *
 * @param requested - what the visitor reads, best first: tags, or whole `Accept-Language` headers, whose weights count.
 * What is `undefined`, `null` or not a tag is passed over
 * @param available - the tags that you have
 * @returns one of `available`, or `undefined` where none fits
 *
 * @example
 * ```ts
 * import { matchLocale } from 'assent/core'
 *
 * matchLocale('de-AT, en;q=0.8', ['en', 'de']) // 'de'
 * export const localeOf = (page: string, cookie: string | undefined, headers: Headers) =>
 *   matchLocale([page, cookie, headers.get('accept-language')], ['en', 'de', 'zh-Hant']) ?? 'en'
 * ```
 */
export function matchLocale<T extends string>(
  requested: string | null | undefined | readonly (string | null | undefined)[],
  available: readonly T[],
): T | undefined {
  const sources = typeof requested === 'string' || !requested ? [requested] : requested
  for (const tag of sources.flatMap(tagsIn)) {
    const found = lookupBridged(tag, available)
    if (found !== undefined) return found
  }
  return undefined
}

/** Finds a tag among others, or the longest beginning of it that is there (RFC 4647 §3.4). Case does not matter. */
export function lookup<T extends string>(tag: string | undefined, available: readonly T[]): T | undefined {
  for (let range = tag?.toLowerCase(); range; range = shorter(range)) {
    const found = available.find((one) => one.toLowerCase() === range)
    if (found !== undefined) return found
  }
  return undefined
}

/** One subtag less. A single letter begins an extension, and goes with what follows it. */
function shorter(range: string): string {
  return range.replace(/(^|-)[^-]*$/, '').replace(/-[^-]$/, '')
}

function lookupBridged<T extends string>(tag: string, available: readonly T[]): T | undefined {
  for (let range = tag; range; range = shorter(range)) {
    // Who reads traditional Chinese is not given simplified, nor another language's words for it.
    const other = range === 'zh' && isTraditional(tag) ? range : bridged(range)
    const found =
      available.find((one) => one.toLowerCase() === range) ??
      available.find((one) => bridged(one.toLowerCase()) === other)
    if (found !== undefined) return found
  }
  return undefined
}

function isTraditional(tag: string): boolean {
  return /^zh-(hant|tw|hk|mo)/.test(tag)
}

/** What a tag stands for, in lower case. */
function bridged(tag: string): string {
  return BRIDGES[tag] ?? PARENTS.find(([regions]) => regions.test(tag))?.[1] ?? tag
}

const TAG = /^[a-z]{1,8}(-[a-z\d]{1,8})*$/

/** The tags of a tag or of an `Accept-Language` header, in lower case, best first (RFC 9110 §12.5.4). */
function tagsIn(source: string | null | undefined): string[] {
  return (source ?? '')
    .slice(0, MAX_LENGTH)
    .toLowerCase()
    .split(',', MAX_RANGES)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim())
      const weight = parameters.find((text) => text.startsWith('q='))
      return { tag: tag.replaceAll('_', '-'), weight: weight === undefined ? 1 : Number(weight.slice(2)) }
    })
    .filter(({ tag, weight }) => weight > 0 && TAG.test(tag))
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
