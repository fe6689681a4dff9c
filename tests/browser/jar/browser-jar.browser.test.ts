import { createBrowserJar, defineCookie, type Jar, type WriteOptions } from 'assent/core'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import quoting from '../../fixtures/quoting.json' with { type: 'json' }
import { openPage } from '../../pages/open-page.js'
import { clearCookies } from '../clear-cookies.js'

beforeEach(clearCookies)
afterEach(clearCookies)

/** The names that a jar tells of, as they come. */
function listen(jar: Jar): string[] {
  const names: string[] = []
  onTestFinished(jar.subscribe((changed) => names.push(...changed)))
  return names
}

/** Chromium hands a write of one document to another one a moment later. */
const reaches = (page: Document, pair: string): Promise<void> => expect.poll(() => page.cookie).toContain(pair)

/** Chromium tells it; TypeScript's types are of browsers that don't. */
const expiryOf = (cookie: CookieListItem | undefined): number =>
  cookie && 'expires' in cookie && typeof cookie.expires === 'number' ? cookie.expires : NaN

const sizeOf = (name: string, bytes: number): string => 'v'.repeat(bytes - name.length)

describe('writing', () => {
  it('answers that the browser keeps the cookie, and reads it back', () => {
    const jar = createBrowserJar()
    expect(jar.set('theme', 'dark', { maxAge: 60 })).toEqual({ ok: true, verified: true })
    expect(jar.get('theme')).toBe('dark')
    expect(document.cookie).toBe('theme=dark')
  })

  it.each([
    '',
    ' a b ',
    'a;b,c="d"',
    '{"items":[1,2],"total":3.5}',
    'é ’ 中 🍪',
    '100%',
    '%41',
    '"quoted"',
    'a=b=c',
    '\n',
  ])('reads back %j as it was written', (value) => {
    const jar = createBrowserJar()
    expect(jar.set('v', value)).toEqual({ ok: true, verified: true })
    expect(createBrowserJar().get('v')).toBe(value)
  })

  it('keeps names that are tokens as they are', () => {
    const jar = createBrowserJar()
    for (const name of ['pref_itemsPerPage', 'a.b-c', "!#$&'*+^`|~", '__proto__', 'constructor']) {
      expect(jar.set(name, '1')).toEqual({ ok: true, verified: true })
      expect(jar.get(name)).toBe('1')
      expect(document.cookie).toContain(`${name}=1`)
    }
  })

  it('writes for the whole site and for navigations to it, unless told otherwise', async () => {
    createBrowserJar().set('theme', 'dark')
    const [cookie] = await cookieStore.getAll('theme')
    expect(cookie).toMatchObject({ path: '/', sameSite: 'lax', secure: false, domain: null, expires: null })
  })

  it('passes on the attributes that a browser can tell', async () => {
    createBrowserJar().set('a', '1', { sameSite: 'strict', secure: true, maxAge: 60, path: location.pathname })
    const [cookie] = await cookieStore.getAll('a')
    expect(cookie).toMatchObject({ path: location.pathname, sameSite: 'strict', secure: true })
    expect(Math.abs(expiryOf(cookie) - Date.now() - 60_000)).toBeLessThan(5000)
  })

  it('lets no cookie live longer than 400 days', async () => {
    createBrowserJar().set('a', '1', { maxAge: 1e12 })
    const [cookie] = await cookieStore.getAll('a')
    expect(Math.abs(expiryOf(cookie) - Date.now() - 34_560_000_000)).toBeLessThan(60_000)
  })

  it.each<[string, WriteOptions]>([
    ['a maxAge of 0', { maxAge: 0 }],
    ['a negative maxAge', { maxAge: -1 }],
    ['an expires that has passed', { expires: new Date(0) }],
    ['a maxAge of 0 in spite of a later expires', { maxAge: 0, expires: new Date(Date.now() + 60_000) }],
  ])('deletes by %s', (_, options) => {
    const jar = createBrowserJar()
    jar.set('a', '1')
    expect(jar.set('a', '1', options)).toEqual({ ok: true, verified: true })
    expect(jar.get('a')).toBeUndefined()
    expect(document.cookie).toBe('')
  })

  it('takes 4096 bytes of name and value, and not one more', () => {
    const jar = createBrowserJar()
    expect(jar.set('big', sizeOf('big', 4096))).toEqual({ ok: true, verified: true })
    expect(jar.set('big', sizeOf('big', 4097))).toEqual({ ok: false, reason: 'too-large' })
    expect(jar.get('big')).toHaveLength(4093)
  })

  it('counts bytes as they go over the wire', () => {
    const jar = createBrowserJar()
    expect(jar.set('a', ' '.repeat(1365))).toEqual({ ok: true, verified: true }) // 3 × 1365 + 1 = 4096
    expect(jar.set('a', ' '.repeat(1366))).toEqual({ ok: false, reason: 'too-large' })
    expect(jar.set('a', 'é', { maxBytes: 5 })).toEqual({ ok: false, reason: 'too-large' })
    expect(jar.set('a', 'é', { maxBytes: 6 })).toEqual({ ok: true, verified: true })
  })

  it.each<[string, string, WriteOptions]>([
    ['a name with a space', 'a b', {}],
    ['a name with a separator', 'a;b', {}],
    ['a name that would be another one on the wire', 'a%b', {}],
    ['no name', '', {}],
    ['HttpOnly, which no script can set', 'a', { httpOnly: true }],
    ['SameSite=None without Secure', 'a', { sameSite: 'none', secure: false }],
    ['Partitioned without Secure', 'a', { partitioned: true, secure: false }],
    ['__Secure- without Secure', '__Secure-a', { secure: false }],
    ['__secure- in another case', '__sEcUrE-a', { secure: false }],
    ['__Host- without Secure', '__Host-a', { secure: false }],
    ['__Host- on a path', '__Host-a', { secure: true, path: '/a' }],
    ['__Host- with a domain', '__Host-a', { secure: true, domain: 'localhost' }],
    ['a path that ends the attribute', 'a', { path: '/;domain=evil.example' }],
    ['a path with a control character', 'a', { path: '/\n' }],
    ['a domain that ends the attribute', 'a', { domain: 'localhost;path=/x' }],
    ['a path over 1024 bytes', 'a', { path: `/${'a'.repeat(1024)}` }],
  ])('refuses %s before the browser does', (_, name, options) => {
    const jar = createBrowserJar()
    expect(jar.set(name, '1', options)).toEqual({ ok: false, reason: 'invalid-attribute' })
    expect(document.cookie).toBe('')
  })

  it.each<[string, string, WriteOptions]>([
    ['SameSite=None', 'a', { sameSite: 'none' }],
    ['Partitioned', 'a', { partitioned: true }],
    ['__Secure-', '__Secure-a', {}],
    ['__Host-', '__Host-a', {}],
  ])('refuses %s over plain http, where nothing says Secure', (_, name, options) => {
    expect(createBrowserJar().set(name, '1', options)).toEqual({ ok: false, reason: 'invalid-attribute' })
    expect(createBrowserJar().set(name, '1', { ...options, secure: undefined })).toEqual({
      ok: false,
      reason: 'invalid-attribute',
    })
  })

  it.each<[string, string, WriteOptions]>([
    ['SameSite=None', 'a', { sameSite: 'none', secure: true }],
    ['Partitioned', 'a', { partitioned: true, secure: true }],
    ['__Secure-', '__Secure-a', { secure: true }],
    ['__Host-', '__Host-a', { secure: true }],
  ])('sets %s when it is Secure, as browsers do on localhost', (_, name, options) => {
    const jar = createBrowserJar()
    expect(jar.set(name, '1', options)).toEqual({ ok: true, verified: true })
    expect(jar.get(name)).toBe('1')
  })

  it('says so when the page cannot read the cookie back, because it is on another path', async () => {
    const jar = createBrowserJar()
    expect(jar.set('a', '1', { path: '/pages/jar' })).toEqual({ ok: true, verified: false })
    expect(jar.get('a')).toBeUndefined()
    const { window } = await openPage('/jar/deep')
    expect(window.jar.get('a')).toBe('1')
  })

  it('does not take a path for a parent that only begins alike', async () => {
    const { window } = await openPage('/jar/deep')
    expect(window.jar.set('a', '1', { path: '/pages/ja' })).toEqual({ ok: true, verified: false })
    expect(window.jar.set('b', '1', { path: '/pages/jar/' })).toEqual({ ok: true, verified: true })
    expect(window.jar.set('c', '1', { path: '/pages/jar/deep' })).toEqual({ ok: true, verified: true })
  })

  it('is rejected when the browser drops the cookie, as it does to keep an HttpOnly one', async () => {
    const jar = createBrowserJar()
    await fetch('/pages/http-only') // sets hidden=1; HttpOnly
    expect(jar.set('hidden', '2')).toEqual({ ok: false, reason: 'rejected' })
    expect(jar.get('hidden')).toBeUndefined()
  })

  it.each(['other.test', 'com', 'host:3000', 'https://host', 'localhost:3000', 'localhost/a', 'a b', 'a..localhost'])(
    'is rejected for the domain %j, which is none of this page’s, and says why in development',
    (domain) => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
      const jar = createBrowserJar()
      expect(jar.set('a', '1', { domain })).toEqual({ ok: false, reason: 'rejected' })
      expect(jar.set('a', '1', { domain, path: '/elsewhere' })).toEqual({ ok: false, reason: 'rejected' })
      expect(jar.get('a')).toBeUndefined()
      expect(warn).toHaveBeenCalledWith(expect.stringContaining(domain))
    },
  )
})

describe('removing', () => {
  it('answers that the cookie is gone', () => {
    const jar = createBrowserJar()
    jar.set('a', '1')
    expect(jar.remove('a')).toEqual({ ok: true, verified: true })
    expect(document.cookie).toBe('')
    expect(jar.remove('a')).toEqual({ ok: true, verified: true })
  })

  it('needs the path that the cookie was set with', async () => {
    const { window, document } = await openPage('/jar/deep')
    document.cookie = 'a=1; path=/pages/jar'
    expect(window.jar.remove('a')).toEqual({ ok: false, reason: 'rejected' })
    expect(window.jar.remove('a', { path: '/pages/jar' })).toEqual({ ok: true, verified: true })
  })

  it('finds a cookie everywhere: on each path above, with and without a slash at its end', async () => {
    const { window, document } = await openPage('/jar/deep')
    for (const path of ['/', '/pages', '/pages/', '/pages/jar', '/pages/jar/', '/pages/jar/deep'])
      document.cookie = `a=${path}; path=${path}`
    document.cookie = 'b=1; path=/pages'
    expect(window.jar.getAll('a')).toHaveLength(6)
    expect(window.jar.remove('a', { everywhere: true })).toEqual({ ok: true, verified: true })
    expect(document.cookie).toBe('b=1')
  })

  it('finds a cookie everywhere: on the paths that the page came by, and those it has gone to since', async () => {
    const { window, document: page } = await openPage('/jar/shop//item')
    for (const path of ['/pages/jar/shop', '/pages/jar/shop/', '/pages/jar/shop//item'])
      page.cookie = `a=1; path=${path}`
    expect(window.jar.getAll('a')).toHaveLength(3)
    window.history.pushState(null, '', '/elsewhere')
    expect(window.jar.remove('a', { everywhere: true })).toEqual({ ok: true, verified: true })
    expect(page.cookie).toBe('')
    // A page that cannot read it does not say that it was refused.
    expect(window.jar.set('b', '1', { path: '/elsewhere' })).toEqual({ ok: true, verified: false })
    window.jar.remove('b', { path: '/elsewhere' })
  })

  it('finds a cookie everywhere: for this host alone and with a domain', () => {
    const jar = createBrowserJar()
    document.cookie = 'a=1; path=/'
    document.cookie = 'a=2; path=/; domain=localhost'
    expect(jar.remove('a', { everywhere: true })).toEqual({ ok: true, verified: true })
    expect(document.cookie).toBe('')
  })
})

describe('reading', () => {
  it('gives the same object until something changes', () => {
    const jar = createBrowserJar()
    const all = jar.getAll()
    expect(jar.getAll()).toBe(all)
    document.cookie = 'a=1'
    const next = jar.getAll()
    expect(next).not.toBe(all)
    expect(next).toEqual({ a: '1' })
    jar.set('a', '1')
    expect(jar.getAll()).toBe(next)
    expect(all).toEqual({})
  })

  it('has no prototype, so that no name is there by nature', () => {
    const jar = createBrowserJar()
    expect(jar.get('constructor')).toBeUndefined()
    expect(Object.getPrototypeOf(jar.getAll())).toBeNull()
  })

  it('gives the first of two cookies with one name, and all of them when asked', async () => {
    const { window, document } = await openPage('/jar/deep')
    document.cookie = 'a=site; path=/'
    document.cookie = 'a=folder; path=/pages/jar'
    expect(window.jar.get('a')).toBe('folder') // browsers send the longest path first, RFC 6265bis §5.8.3
    expect(window.jar.getAll('a')).toEqual(['folder', 'site'])
    expect(window.jar.getAll('b')).toEqual([])
  })

  it('reads what Python wrote', () => {
    for (const { value, wire } of quoting.rows.filter((row) => row.wire.startsWith('"'))) {
      document.cookie = `python=${wire}`
      expect(createBrowserJar().get('python')).toBe(value)
    }
  })

  it('survives text that nobody can decode', () => {
    document.cookie = 'a=%E0%A4%A'
    document.cookie = 'b=%'
    const jar = createBrowserJar()
    expect(jar.get('a')).toBe('%E0%A4%A')
    expect(jar.get('b')).toBe('%')
  })

  it('decodes with a definition what it holds as text', () => {
    const visits = defineCookie('visits', { default: 0 })
    const jar = createBrowserJar()
    jar.set('visits', visits.encode(3), visits.options)
    expect(visits.decode(jar.get('visits'))).toBe(3)
  })
})

describe('where cookies are blocked', () => {
  it('answers rejected and reads nothing, without an error', async () => {
    const { frame } = await openPage('/jar', 'allow-scripts')
    const answer = new Promise((resolve) => {
      addEventListener('message', ({ data, source }) => source === frame.contentWindow && resolve(data))
    })
    frame.contentWindow?.postMessage('try', '*')
    await expect(answer).resolves.toEqual({
      get: undefined,
      all: {},
      set: { ok: false, reason: 'rejected' },
      remove: { ok: false, reason: 'rejected' },
    })
  })
})

describe('listening', () => {
  it('hears of an own write before it returns, with the names that changed', () => {
    const jar = createBrowserJar()
    const names = listen(jar)
    jar.set('a', '1')
    expect(names).toEqual(['a'])
    jar.set('a', '1')
    expect(names).toEqual(['a'])
    jar.remove('a')
    expect(names).toEqual(['a', 'a'])
  })

  it('hears of nothing that was there before, and of nothing after it stops', () => {
    const jar = createBrowserJar()
    jar.set('a', '1')
    const names: string[] = []
    const stop = jar.subscribe((changed) => names.push(...changed))
    jar.set('b', '1')
    stop()
    jar.set('c', '1')
    expect(names).toEqual(['b'])
    listen(jar)
    jar.set('b', '2')
    expect(names).toEqual(['b'])
  })

  it('tells the others when one throws, and reports that as uncaught', () => {
    const jar = createBrowserJar()
    const heard: string[] = []
    const thrown: unknown[] = []
    vi.spyOn(window, 'setTimeout').mockImplementation(((task: () => void) => {
      try {
        task()
      } catch (error) {
        thrown.push(error)
      }
    }) as typeof setTimeout)
    onTestFinished(
      jar.subscribe(() => {
        throw new Error('mine')
      }),
    )
    onTestFinished(jar.subscribe(() => heard.push('second')))
    expect(jar.set('a', '1')).toEqual({ ok: true, verified: true })
    expect(heard).toEqual(['second'])
    expect(thrown).toEqual([new Error('mine')])
  })

  it('tells every listener, also when one stops meanwhile', () => {
    const jar = createBrowserJar()
    const heard: string[] = []
    const stop = jar.subscribe(() => {
      heard.push('first')
      stop()
    })
    onTestFinished(jar.subscribe(() => heard.push('second')))
    jar.set('a', '1')
    jar.set('a', '2')
    expect(heard).toEqual(['first', 'second', 'second'])
  })

  it('hears of a write by other code unasked', async () => {
    const names = listen(createBrowserJar())
    document.cookie = 'a=1'
    await expect.poll(() => names).toEqual(['a'])
  })

  it('hears of a cookie that a server sets unasked', async () => {
    const names = listen(createBrowserJar())
    await fetch('/pages/set-cookie') // sets b=1
    await expect.poll(() => names).toEqual(['b'])
  })

  it('hears of another page of this origin unasked', async () => {
    const { window } = await openPage('/jar')
    const names = listen(createBrowserJar())
    window.jar.set('a', '1')
    await expect.poll(() => names).toEqual(['a'])
  })

  it('works, and hears of others when it is looked at, where tabs cannot speak either', async () => {
    const { window, document: page } = await openPage('/jar?without=cookieStore,BroadcastChannel')
    const names = listen(window.jar)
    expect(window.jar.set('a', '1')).toEqual({ ok: true, verified: true })
    document.cookie = 'b=1; path=/'
    await reaches(page, 'b=1')
    window.dispatchEvent(new Event('focus'))
    expect(names).toEqual(['a', 'b'])
  })

  it('hears of another page where there is no cookieStore, and is heard', async () => {
    const [one, other] = [await openPage('/jar?without=cookieStore'), await openPage('/jar?without=cookieStore')]
    expect('cookieStore' in one.window && one.window.cookieStore).toBeFalsy()
    const [names, others] = [listen(one.window.jar), listen(other.window.jar)]
    one.window.jar.set('a', '1')
    expect(names).toEqual(['a'])
    await expect.poll(() => others).toEqual(['a'])
    other.window.jar.set('b', '1')
    await expect.poll(() => names).toEqual(['a', 'b'])
  })

  it.each([
    ['the window gets focus', (page: Window) => page.dispatchEvent(new Event('focus'))],
    ['the page is shown again', (page: Window) => page.dispatchEvent(new PageTransitionEvent('pageshow'))],
    ['the tab comes to the front', (page: Window) => page.document.dispatchEvent(new Event('visibilitychange'))],
  ])('looks again without cookieStore when %s', async (_, happen) => {
    const { window, document: page } = await openPage('/jar?without=cookieStore')
    const names = listen(window.jar)
    document.cookie = 'a=1; path=/'
    await reaches(page, 'a=1')
    expect(names).toEqual([])
    happen(window)
    expect(names).toEqual(['a'])
  })
})
