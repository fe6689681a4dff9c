import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ConsentError } from 'assent/core'
import { loadLocale, locales, type Locale, type LocaleTag } from 'assent/locales'
import { describe, expect, it } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../src/locales')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))

const all = new Map(await Promise.all(locales.map(async (tag) => [tag, await loadLocale(tag)] as const)))
const wordsOf = (tag: LocaleTag): Locale => all.get(tag) ?? raise(tag)
const english = textsOf(wordsOf('en'))

/** What a language may share with English: its word is the same, or it is the name of something. */
const SAME: readonly RegExp[] = [
  /^dismiss: OK$/,
  /^cookies?: Cookies?( \(\{count\}\))?$/, // Danish, Greek, Japanese…
  /^session: Session$/, // Danish, French and Swedish
  /^serviceCount: Services \(\{count\}\)$/, // French
]
const BUTTONS = [
  'accept',
  'reject',
  'customize',
  'dismiss',
  'save',
  'close',
  'showOnce',
  'showAlways',
  'preferences',
  'privacyChoices',
] as const

describe('the languages', () => {
  it('are the files of src/locales', () => {
    expect([...locales].sort()).toEqual(files.sort())
  })

  it('are at least 40, with all 24 of the EU', () => {
    expect(locales.length).toBeGreaterThanOrEqual(40)
    expect(locales).toEqual(
      expect.arrayContaining('bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ')),
    )
  })

  it.each(['xx', 'de-AT', 'DE', '', 'constructor', '__proto__'])('do not have %j, which is told', async (tag) => {
    const loading = loadLocale(tag as LocaleTag) // as of a request
    await expect(loading).rejects.toThrow(ConsentError)
    await expect(loading).rejects.toMatchObject({ code: 'unknown-locale' })
  })
})

describe.each(locales)('%s', (tag) => {
  const words = wordsOf(tag)
  const texts = textsOf(words)
  const source = readFileSync(path.join(folder, `${tag}.ts`), 'utf8')

  it('is exported by its tag in camel case, and says who it is', async () => {
    const camel = tag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    const module = (await import(`../../src/locales/${tag}.ts`)) as Record<string, unknown>
    expect(module[camel]).toBe(words)
    expect(source.match(/^export /gm)).toHaveLength(1)
    expect(words.locale).toBe(tag)
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    expect(words.dir).toBe(/^(ar|fa|he)$/.test(tag) ? 'rtl' : 'ltr')
    expect(source).toMatch(tag === 'en' ? /Reviewed: \d{4}-\d\d-\d\d/ : /Reviewed: \d{4}-\d\d-\d\d \(twice\)/)
  })

  it('has every text, and no other', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, text] of texts) expect(text.trim(), key).not.toBe('')
  })

  it('is translated', () => {
    if (/^en\b/.test(tag)) return
    const same = [...texts].filter(([key, text]) => text === english.get(key)).map(([key, text]) => `${key}: ${text}`)
    expect(same.filter((one) => !SAME.some((pattern) => pattern.test(one)))).toEqual([])
  })

  it('has the placeholders of English, and no other braces', () => {
    for (const [key, text] of texts) {
      expect(placeholders(text), key).toEqual(placeholders(english.get(key) ?? ''))
      expect(text.replace(/\{\w+\}/g, ''), key).not.toMatch(/[{}]/)
    }
  })

  it('is typeset: composed, with its own quotes and apostrophes, without stray spaces and invisible characters', () => {
    for (const [key, text] of texts) {
      expect(text.normalize(), key).toBe(text)
      expect(text, key).not.toMatch(/["'`´]|\.\.\.|\s\s|\s$|^\s(?!\S)|<|&\w+;/)
      // Persian joins words by U+200C. Nothing else needs a character that nobody sees.
      expect(text.replaceAll(tag === 'fa' ? '\u200c' : '', ''), key).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\ufffd]/u)
    }
  })

  it('has labels that fit their buttons: Accept and Reject are about as long', () => {
    for (const key of BUTTONS) expect(length(words[key], tag), key).toBeLessThanOrEqual(24)
    const lengths = [words.accept, words.reject].map((label) => length(label, tag))
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(1.4)
  })

  it('has sentences that are not much longer than the English', () => {
    for (const [key, text] of texts) {
      const original = english.get(key) ?? ''
      if (original.length > 40) expect(text.length / original.length, key).toBeLessThanOrEqual(1.4)
    }
  })

  it('is a language that lists and numbers know here', () => {
    expect(Intl.ListFormat.supportedLocalesOf(tag)).toEqual([tag])
    expect(Intl.NumberFormat.supportedLocalesOf(tag)).toEqual([tag])
  })
})

/** All texts of a language, by the path to them. */
function textsOf({ locale: _, dir: __, ...words }: Locale): Map<string, string> {
  const flat = (value: object, before: string): [string, string][] =>
    Object.entries(value).flatMap(([key, one]: [string, unknown]): [string, string][] => {
      if (typeof one === 'object' && one !== null) return flat(one, `${before}${key}.`)
      return typeof one === 'string' ? [[before + key, one]] : []
    })
  return new Map(flat(words, ''))
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort()
}

/** How many characters a reader sees. */
function length(text: string, tag: string): number {
  return [...new Intl.Segmenter(tag).segment(text)].length
}

function raise(tag: string): never {
  throw new Error(`There are no words for ${tag}.`)
}
