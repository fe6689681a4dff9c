import { matchLocale } from 'assent/core'
import { locales } from 'assent/locales'
import { describe, expect, it } from 'vitest'
import { growth, LINEAR } from '../../fixtures/growth.js'

describe('matchLocale', () => {
  it.each([
    // RFC 4647 §3.4: the longest beginning that is there.
    ['de', ['en', 'de'], 'de'],
    ['de-CH-1996', ['en', 'de'], 'de'],
    ['de-CH-1996', ['de', 'de-CH'], 'de-CH'],
    ['zh-Hant-CN-x-private1-private2', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['en-a-bbb-x-a-ccc', ['en'], 'en'],
    ['DE-at', ['de-AT'], 'de-AT'],
    ['de_AT', ['de'], 'de'],
    ['fr', ['fr-CA'], undefined],
    ['tlh', ['en', 'de'], undefined],
    // Old codes, both ways.
    ['no', ['nb'], 'nb'],
    ['no-NO', ['nb'], 'nb'],
    ['nn-NO', ['nb'], 'nb'],
    ['nb', ['no'], 'no'],
    ['nn', ['nb', 'nn'], 'nn'],
    ['iw', ['he'], 'he'],
    ['iw-IL', ['he'], 'he'],
    ['he-IL', ['iw'], 'iw'],
    ['in-ID', ['id'], 'id'],
    ['mo', ['ro'], 'ro'],
    ['sh', ['sr'], 'sr'],
    ['sr-Latn-RS', ['sr'], 'sr'],
    // Scripts of Chinese.
    ['zh', ['zh-Hans', 'zh-Hant'], 'zh-Hans'],
    ['zh-CN', ['zh-Hant', 'zh-Hans'], 'zh-Hans'],
    ['zh-SG', ['zh-Hans'], 'zh-Hans'],
    ['zh-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-HK', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-Hant-HK', ['zh-TW', 'zh-CN'], 'zh-TW'],
    ['zh-Hans-CN', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['zh-TW', ['en', 'zh-Hans'], undefined],
    ['zh-Hant', ['en', 'zh-Hans'], undefined],
    ['zh-TW', ['zh'], 'zh'],
    ['cmn-CN', ['zh-Hans'], 'zh-Hans'],
    ['yue-HK', ['zh-Hant'], 'zh-Hant'],
    // Forms of a language by region.
    ['pt', ['pt-BR'], 'pt-BR'],
    ['pt', ['pt', 'pt-BR'], 'pt'],
    ['pt-PT', ['pt', 'pt-BR'], 'pt'],
    ['pt-AO', ['pt-PT', 'pt-BR'], 'pt-PT'],
    ['pt-BR', ['pt'], 'pt'],
    ['es-MX', ['es', 'es-419'], 'es-419'],
    ['es-ES', ['es', 'es-419'], 'es'],
    ['es-AR', ['es'], 'es'],
    ['en-AU', ['en', 'en-GB'], 'en-GB'],
    ['en-US', ['en', 'en-GB'], 'en'],
    ['en-IE', ['en'], 'en'],
    ['fr-CA', ['fr', 'fr-CA'], 'fr-CA'],
    ['fr-BE', ['fr', 'fr-CA'], 'fr'],
  ])('gives %s among %j: %s', (requested, available, expected) => {
    expect(matchLocale(requested, available)).toBe(expected)
  })

  it.each([
    ['da, en-gb;q=0.8, en;q=0.7', 'da'],
    ['tlh, en;q=0.7, de;q=0.9', 'de'],
    ['en;q=0, de;q=0.1', 'de'],
    ['*', undefined],
    ['*;q=0.5, fi;q=0.1', 'fi'],
    [' de ; q=0.3 , sv ; q=0.4 ', 'sv'],
    ['de;q=nonsense, fr', 'fr'],
    ['', undefined],
    [',,;;q=,', undefined],
  ])('reads the header Accept-Language: %j', (header, expected) => {
    expect(matchLocale(header, ['en', 'de', 'da', 'fi', 'sv', 'fr'])).toBe(expected)
  })

  it('takes the first source that says something we have: the page, a cookie, the header', () => {
    const order = (...sources: (string | null | undefined)[]) => matchLocale(sources, ['en', 'de', 'fr'])
    expect(order('de', 'fr', 'en')).toBe('de')
    expect(order(undefined, 'fr', 'en')).toBe('fr')
    expect(order('', 'tlh', 'en;q=0.2, de')).toBe('de')
    expect(order(null, undefined, null)).toBeUndefined()
    expect(matchLocale(undefined, ['en'])).toBeUndefined()
    expect(matchLocale([], ['en'])).toBeUndefined()
    expect(matchLocale('en', [] as string[])).toBeUndefined()
  })

  it.each(['../../etc', '<script>', '__proto__', 'constructor', 'de\u0000', 'ä', 'a'.repeat(9000), 'de-'.repeat(3000)])(
    'passes over what is no tag: %.20s',
    (text) => {
      expect(matchLocale([text, 'de'], ['de', 'en'])).toBe('de')
    },
  )

  it('knows a language of ours for what browsers of the world send', () => {
    const sent = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt-PT ro sk sl sv nb-NO is-IS sr-RS uk-UA'
    for (const tag of sent.split(' ')) expect(tag.startsWith(matchLocale(tag, locales) ?? '?')).toBe(true)
  })

  it('takes time linear to the length of the header', async () => {
    const header = (length: number): string => 'tlh-'.repeat(length / 8) + ',x-'.repeat(length / 8)
    expect(await growth(header, (text) => matchLocale(text, locales), 4000)).toBeLessThan(LINEAR)
  })
})
