import { createCookies } from 'assent/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'

/** The bytes of all Set-Cookie headers, as they are on the wire. */
const bytesOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + `Set-Cookie: ${line}\r\n`.length, 0)
const names = (size: number, of: (i: number) => string) => Array.from({ length: size }, (_, i) => of(i))
const header = (all: readonly string[]) => all.map((name) => `${name}=1`).join('; ')

let debug = vi.spyOn(console, 'warn')
beforeEach(() => {
  debug = vi.spyOn(console, 'warn').mockImplementation(() => {}) // it tells what does not fit
})

describe('deletions fit into one reply', () => {
  const MANY = names(1800, (i) => `n${i}`)
  const given: [name: string, cookie: string][] = [
    ['short names', header(MANY)],
    ['names of one letter', header(names(3000, (i) => String.fromCharCode(0x21 + (i % 26)) + i.toString(36)))],
    ['long names', header(names(30, (i) => `${'a'.repeat(500)}${i}`))],
    ['one name that never fits', header(['a'.repeat(15_000)])],
    ['names with prefixes', header(names(500, (i) => `__Host-${i}`))],
    ['names beyond ASCII', header(names(900, (i) => `é${i}`))],
    ['names of raw UTF-8', header(names(900, (i) => `Ã©${i}`))],
  ]
  it.each(given)('%s', (_, cookie) => {
    const cookies = createCookies(new Headers([['cookie', cookie]]))
    const before = Object.keys(cookies.all())
    const deleted = cookies.deleteAll()
    expect(bytesOf(cookies.toHeaders())).toBeLessThanOrEqual(8000)
    expect(cookies.toHeaders()).toHaveLength(deleted.length)
    expect([...deleted, ...deleted.left].sort()).toEqual(before.sort())
    expect(Object.keys(cookies.all()).sort()).toEqual([...deleted.left].sort())
    expect(deleted.left.length).toBeGreaterThan(0)
    expect(debug).toHaveBeenCalledWith(expect.stringContaining('do not fit into one reply'), expect.anything())
  })

  it('also by patterns and place', () => {
    const cookies = createCookies(header([...MANY, 'other']))
    const deleted = cookies.deleteMatching(['n*'], { domain: 'shop.example', path: '/a' })
    expect(bytesOf(cookies.toHeaders())).toBeLessThanOrEqual(8000)
    expect(deleted.length + deleted.left.length).toBe(1800)
    expect(deleted.left).not.toContain('other')
  })

  it('beside the lines that are there already', () => {
    const cookies = createCookies(header(MANY))
    cookies.set('big', 'x'.repeat(3000))
    cookies.deleteMatching(['n1*'])
    cookies.deleteAll({ keep: ['big'] })
    expect(bytesOf(cookies.toHeaders())).toBeLessThanOrEqual(8000)
    expect(cookies.get('big')).toHaveLength(3000)
  })

  it('and a short name follows one that is too long', () => {
    const deleted = createCookies(header(['a'.repeat(9000), 'b'])).deleteAll()
    expect([[...deleted], deleted.left]).toEqual([['b'], ['a'.repeat(9000)]])
  })

  it('and what is left goes with the next replies', () => {
    let left: readonly string[] = names(500, (i) => `n${i}`)
    let replies = 0
    for (; left.length; replies++) left = createCookies(header(left)).deleteAll().left
    expect(replies).toBeLessThan(6)
  })

  it('and nothing is left of a few', () => {
    const deleted = createCookies('a=1; b=2; keep=3; bad name=4').deleteAll({ keep: ['keep'] })
    expect(deleted).toEqual(['a', 'b', 'bad name'])
    expect(deleted.left).toEqual([])
    expect(debug).not.toHaveBeenCalled()
  })
})
