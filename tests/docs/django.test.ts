import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf } from './blocks.js'
import { typeCheck } from './type-check.js'

const file = 'docs/django.md'
const page = readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')
const [, tables = ''] = /\n## From Django's names to ours\n([^]*?)\n## /.exec(page) ?? []
const names = blocksOf(file, page).filter((block) => block.file === 'names.ts')

/** The calls in the columns beside Django's: what stands in code there and has brackets. */
const calls = [...tables.matchAll(/^\| [^\n]+ \|$/gm)]
  .flatMap(([row]) => row.split(' | ').slice(1))
  .flatMap((cell) => [...cell.matchAll(/`(\w[^`]*\([^`]*\)[^`]*)`/g)])
  .map(([, code = '']) => code)

const header = `
import { useConsentActions } from 'assent'
import { consentHandler, readConsent, secureCookies } from 'assent/server'
import { compilePattern, consent, cookies, createCookies, days, defineCookie, former, request, response, secret } from './names'
declare const { reset, save }: ReturnType<typeof useConsentActions<typeof consent>>
`

describe("the table of Django's names", () => {
  it('covers what Django calls cookies, signing, settings and middleware', () => {
    for (const name of [
      'request.COOKIES.get(',
      'in request.COOKIES',
      'set_cookie(',
      'delete_cookie(',
      'set_signed_cookie(',
      'get_signed_cookie(',
      'SESSION_COOKIE_',
      'CSRF_COOKIE_',
      'SECRET_KEY',
      'SECRET_KEY_FALLBACKS',
      'middleware',
      'cookie_consent_view',
    ])
      expect(tables).toContain(name)
  })

  it('has code that compiles', { timeout: 60_000 }, () => {
    expect(calls.length).toBeGreaterThan(30)
    const blocks = calls.map((code, i) => ({ page: code, line: 0, file: `row-${i}.ts`, code: `${header}${code}` }))
    expect(typeCheck([...names, ...blocks])).toEqual([])
  })

  it('is really checked', { timeout: 60_000 }, () => {
    const wrong = { page: 'row', line: 0, file: 'row.ts', code: `${header}cookies.set('theme')` }
    expect(typeCheck([...names, wrong])).toHaveLength(1)
  })
})
