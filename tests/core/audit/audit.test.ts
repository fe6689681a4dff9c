import { runInThisContext } from 'node:vm'
import { createMemoryJar, createConsentStore, defineConsent, type Grant, type Pattern } from 'assent/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditOf, type FoundTrace } from '../../../src/core/audit/audit.js'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: ['sessionid'], storage: ['cart'] },
    analytics: { name: 'Analytics', description: '', cookies: ['_ga*'], storage: ['_hj*'] },
    marketing: {
      name: 'Marketing',
      description: '',
      services: { meta: { name: 'Meta Pixel', cookies: ['_fbp'], storage: ['fb-db'] } },
    },
  },
})
const place = { host: 'example.com', path: '/', secure: true, now: Date.UTC(2026, 0, 1) }
const analytics: Grant = { categories: ['essential', 'analytics'], services: [], changesAt: null }
const audit = (...found: FoundTrace[]) => auditOf(found, consent, analytics, place)
const cookie = (name: string, value = '1', attributes?: FoundTrace['attributes']): FoundTrace => ({
  kind: 'cookie',
  name,
  value,
  attributes,
})

describe('each entry', () => {
  it.each<[FoundTrace, string | undefined, string | undefined, boolean]>([
    [cookie('sessionid'), 'essential', undefined, true],
    [cookie('_ga_DEMO'), 'analytics', undefined, true],
    [cookie('_fbp'), 'marketing', 'meta', false],
    [cookie('other'), undefined, undefined, false],
    [cookie('cookie_consent'), 'essential', undefined, true],
    [{ kind: 'localStorage', name: '_hjid', value: 'x' }, 'analytics', undefined, true],
    [{ kind: 'sessionStorage', name: 'cart', value: 'x' }, 'essential', undefined, true],
    [{ kind: 'indexedDB', name: 'fb-db' }, 'marketing', 'meta', false],
    [{ kind: 'caches', name: 'my_hjid' }, undefined, undefined, false],
    // A cookie's pattern says nothing of a key, and the reverse.
    [{ kind: 'localStorage', name: '_ga', value: 'x' }, undefined, undefined, false],
  ])('of %j belongs to its category, and may be there or not', (found, category, service, isAllowed) => {
    const [entry] = audit(found).entries
    expect(entry?.owners[0]?.category).toBe(category)
    expect(entry?.owners[0]?.service).toBe(service)
    expect(entry?.isAllowed).toBe(isAllowed)
  })

  it('comes with what nobody declared first, then what should not be there', () => {
    const { entries } = audit(cookie('_ga'), cookie('_fbp'), cookie('zeta'), cookie('alpha'))
    expect(entries.map(({ name }) => name)).toEqual(['alpha', 'zeta', '_fbp', '_ga'])
  })

  it('counts bytes as the wire has them', () => {
    const [entry] = audit(cookie('_ga', 'é ')).entries
    expect(entry?.bytes).toBe('_ga%C3%A9%20'.length)
    expect(audit({ kind: 'indexedDB', name: 'x' }).entries[0]?.bytes).toBe(0)
  })
})

describe('what is wrong with a cookie', () => {
  const codes = (found: FoundTrace) => audit(found).entries[0]?.findings.map(({ code }) => code)

  it('is judged by the attributes that the browser tells', () => {
    const attributes = { path: '/', domain: 'example.com', sameSite: 'none', secure: true } as const
    expect(codes(cookie('_ga', '1', attributes))).toContain('wide-domain')
    expect(codes(cookie('_ga', '1', { path: '/', sameSite: 'lax', secure: false }))).toContain('missing-secure')
  })

  it('is not guessed where the browser tells none', () => {
    expect(codes(cookie('_ga'))).toEqual([])
  })

  it('is that a script can read a session', () => {
    expect(codes(cookie('sessionid', 'abc'))).toContain('sensitive-without-http-only')
  })

  it('is nothing of what is no cookie', () => {
    expect(audit({ kind: 'localStorage', name: 'sessionid', value: 'abc' }).entries[0]?.findings).toEqual([])
  })
})

describe('the limits', () => {
  it('tell how many cookies there are and how long their header is', () => {
    const { limits } = audit(cookie('a', '12'), cookie('bc', '3'), { kind: 'localStorage', name: 'k', value: 'long' })
    expect(limits).toEqual([
      { name: 'cookies', used: 2, most: 50 },
      { name: 'cookies-chromium', used: 2, most: 180 },
      { name: 'cookie-header', used: 'a=12; bc=3'.length, most: 8192 },
      { name: 'largest-cookie', used: 3, most: 4096 },
    ])
  })

  it('are unused on a page without cookies', () => {
    expect(audit().limits.map(({ used }) => used)).toEqual([0, 0, 0, 0])
  })
})

describe('the snippet', () => {
  it('is empty where all is declared', () => {
    expect(audit(cookie('_ga'), cookie('cookie_consent')).snippet).toBe('')
  })

  it('names what is undeclared, each once', () => {
    const { snippet } = audit(cookie('b'), cookie('a'), cookie('a', '2'), {
      kind: 'localStorage',
      name: 'k',
      value: '',
    })
    expect(snippet).toBe('cookies: ["a", "b"],\nstorage: ["k"],')
  })

  it('names the known service that sets it', () => {
    const known = { clarity: { name: 'Clarity', cookies: ['_clck', '_clsk'] } }
    const { snippet } = auditOf([cookie('_clck'), cookie('x')], consent, analytics, place, known)
    expect(snippet).toBe('services: { clarity },\ncookies: ["x"],')
  })

  it('is text that a name cannot break out of', () => {
    const name = '"], evil: alert(1), x: ["'
    const { snippet } = audit({ kind: 'localStorage', name, value: '' })
    const list: unknown = JSON.parse(snippet.slice('storage: '.length, -1))
    expect(list).toEqual([name])
  })

  it('can be pasted: then nothing is undeclared', () => {
    const found = [cookie('a'), cookie('b.c'), { kind: 'localStorage', name: 'x y', value: '' } as const]
    const { snippet } = audit(...found)
    const lists = JSON.parse(`{${snippet.replaceAll(/^(\w+):/gm, '"$1":').replace(/,$/, '')}}`) as object
    const pasted = defineConsent({
      version: 1,
      categories: { functional: { name: 'Functional', description: '', ...lists } },
    })
    const store = createConsentStore(pasted, { jar: createMemoryJar('') })
    store.acceptAll()
    const after = auditOf(found, pasted, store.getState().grant, place)
    expect(after.entries.every(({ isAllowed }) => isAllowed)).toBe(true)
    expect(after.snippet).toBe('')
  })
})

describe('the snippet declares exactly what was found', () => {
  /** The declaration that results where the snippet is pasted into a category, as code. */
  const paste = (snippet: string) => {
    const lists = runInThisContext(`({${snippet}})`) as { cookies?: Pattern[]; storage?: Pattern[] }
    return defineConsent({ version: 1, categories: { found: { name: 'Found', description: '', ...lists } } })
  }
  const ownersAfter = (found: FoundTrace, others: readonly string[]) => {
    const pasted = paste(audit(found).snippet)
    const names = [found.name, ...others]
    const { entries } = auditOf(
      names.map((name) => ({ kind: found.kind, name })),
      pasted,
      analytics,
      place,
    )
    return names.filter((name) => entries.some((entry) => entry.name === name && entry.owners.length > 0))
  }
  const names: [name: string, others: string[]][] = [
    ['s*', ['s', 'sessionid', 's**', 'xs*', 's*x', 'S*']],
    ['*', ['', 'a', 'sessionid', '**', 'x*']],
    ['**', ['', '*', '***', 'a']],
    ['a.*+?^${}()|[]\\/', ['a', 'a.', 'ax*+?^${}()|[]\\/', 'a.*+?^${}()|[]\\']],
    ['*/; alert(1) /*', ['*/', '', 'x/; alert(1) /x']],
    ['_gx\u202e', ['_gx', '_gx ', '\u202e_gx']],
    ['\u200bsessionid', ['sessionid', 'sessionid\u200b']],
    ['\u2066*\u2069', ['*', '', '\u2066x\u2069']],
    ['_g\u0430', ['_ga']], // a Cyrillic letter
    ['\ufeffx\u00ad', ['x']],
    ['\u{e0041}*', ['*', '\u{e0041}', 'A']],
    ['a\u2028b', ['ab', 'a b']],
    ['"], x: ["', ['x', '"']],
    ['${alert(1)}*`', ['x']],
    ['</script>', ['script']],
  ]
  it.each(names)('of a cookie %j', (name, others) => {
    expect(ownersAfter(cookie(name), others)).toEqual([name])
    expect(audit(cookie(name)).snippet).toMatch(/^[ -~]*$/)
  })
  it.each<[string, string[]]>([
    ...names,
    ['', ['a', ' ']],
    ['a\n*', ['a*', 'a', 'a\nb']],
    ['\ud800', ['\ufffd']],
    ['\ud800*', ['\ud800x']],
  ])('of a key %j', (name, others) => {
    const found: FoundTrace = { kind: 'localStorage', name }
    expect(ownersAfter(found, others)).toEqual([name])
    expect(audit(found).snippet).toMatch(/^[ -~]*$/)
  })

  it('whatever the names', () => {
    const near = fc.constantFrom('*', 'a', '.', '\\', '/', '"', '\u202e', 's', '$', '\n', '\ud83c')
    const text = fc.oneof(
      fc.array(near, { maxLength: 6 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 5 }), fc.array(text, { maxLength: 5 }), (keys, others) => {
        const found = keys.map((name): FoundTrace => ({ kind: 'sessionStorage', name }))
        const { snippet } = audit(...found)
        expect(snippet).toMatch(/^[ -~]*$/)
        const pasted = paste(snippet)
        const all = [...found, ...others.map((name): FoundTrace => ({ kind: 'sessionStorage', name }))]
        for (const { name, owners } of auditOf(all, pasted, analytics, place).entries)
          expect(owners.length > 0).toBe(keys.includes(name) && audit({ kind: 'caches', name }).snippet !== '')
      }),
      { numRuns: 500 },
    )
  })
})

it('finds where a cookie and the declaration differ about HttpOnly', () => {
  const declared = defineConsent({
    version: 1,
    categories: { shop: { name: '', description: '', cookies: ['pref_*', { name: 'sid_*', httpOnly: true }] } },
  })
  const granted: Grant = { categories: ['shop'], services: [], changesAt: null }
  const hidden = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const
  const { entries } = auditOf(
    [cookie('pref_a', '1', hidden), cookie('pref_b'), cookie('sid_a', '1', hidden), cookie('sid_b')],
    declared,
    granted,
    place,
  )
  const codes = entries.map(({ name, findings }) => [
    name,
    findings.map(({ code }) => code).filter((code) => code.startsWith('http-only')),
  ])
  expect(codes).toEqual([
    ['pref_a', ['http-only-undeclared']],
    ['pref_b', []],
    ['sid_a', []],
    ['sid_b', ['http-only-missing']],
  ])
})
