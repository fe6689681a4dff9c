// The guard in whole browsers: every route of a page to the outside, and every place that it keeps something in.
import { expect, test, type Page } from '@playwright/test'
import { serveGuardedSite, type GuardedPage, type GuardedSite } from '../fixtures/guarded-site.js'

declare const { blocked, guard, store, start, isUntouched, routes }: GuardedPage

let site: GuardedSite
test.beforeAll(async () => {
  site = await serveGuardedSite()
})
test.afterAll(() => site.close())

const open = (page: Page, query = '') => page.goto(`${site.url}/?with=routes&${query}`)
const accept = (page: Page) => page.evaluate(() => void store.acceptAll())
const reject = (page: Page) => page.evaluate(() => void store.rejectAll())
const send = (page: Page, name: string, url: string) =>
  page.evaluate(([name = '', url = '']) => routes[name]?.(url), [name, url])
const cookies = (page: Page) => page.evaluate(() => document.cookie)

/** The name, as a collector tells it. */
const slug = (name: string): string => name.replaceAll(/\W+/g, '-')

/** Every way out of a page, and the route that a report names. */
const ROUTES = [
  ['fetch', 'fetch'],
  ['fetch of a Request', 'fetch'],
  ['XMLHttpRequest', 'XMLHttpRequest'],
  ['sendBeacon', 'sendBeacon'],
  ['WebSocket', 'WebSocket'],
  ['EventSource', 'EventSource'],
  ['script.src', 'script'],
  ['script.src in the page', 'script'],
  ['script attribute', 'script'],
  ['script of an SVG', 'script'],
  ['iframe.src', 'iframe'],
  ['iframe attribute', 'iframe'],
  ['img.src', 'img'],
  ['new Image', 'img'],
  ['img.srcset', 'img'],
  ['img attribute', 'img'],
  ['img srcset attribute', 'img'],
  ['link.href', 'link'],
  ['link attribute', 'link'],
  ['input.src', 'input'],
  ['video.src', 'video'],
  ['video.poster', 'video'],
  ['audio attribute', 'audio'],
  ['source.src', 'source'],
  ['source.srcset img', 'source'],
  ['track.src', 'track'],
  ['track attribute', 'track'],
  ['embed attribute iframe', 'embed'],
  ['object.data iframe', 'object'],
  ['body.background img', 'body'],
  ['td attribute img', 'td'],
  ['image of an SVG img', 'image'],
  ['feImage of an SVG img', 'feImage'],
  ['frame img', 'frame'],
  ['link imagesrcset img', 'link'],
  ['FontFace', 'FontFace'],
  ['base.href img', 'base'],
] as const

// One page sends by all of them: each of its own URL.
test('what sends waits for consent, by every route', async ({ page }) => {
  const begin = site.hits.length
  const sentAs = (run: string) => {
    const sent = new Set(site.hits.slice(begin).map((url) => url.replace(/\?2$/, '')))
    return ROUTES.map(([name]) => name).filter((name) => sent.has(run.replace('*', slug(name))))
  }
  const sendAs = (run: string) =>
    page.evaluate(
      (all) => {
        for (const [name, url] of all) routes[name]?.(url)
      },
      ROUTES.map(([name]) => [name, site.collector + run.replace('*', slug(name))] as const),
    )
  const all = ROUTES.map(([name]) => name)
  await open(page, 'follow')

  // What nobody declares passes, and is sent later: the other one would have arrived.
  await sendAs('/t/*/first')
  await sendAs('/free/*/first')
  await expect.poll(() => sentAs('/free/*/first')).toEqual(all)
  await accept(page)
  await sendAs('/t/*/second')
  await expect.poll(() => sentAs('/t/*/second')).toEqual(all)
  await reject(page)
  await sendAs('/t/*/third')
  await sendAs('/free/*/third')
  await expect.poll(() => sentAs('/free/*/third')).toEqual(all)
  await page.evaluate(() => guard?.stop())
  await sendAs('/t/*/fourth')
  await expect.poll(() => sentAs('/t/*/fourth')).toEqual(all)

  expect([sentAs('/t/*/first'), sentAs('/t/*/third')]).toEqual([[], []])
  const reports = await page.evaluate(() => blocked)
  for (const [name, route] of ROUTES)
    expect(
      reports.filter(({ target }) => target.includes(`/t/${slug(name)}/`)),
      name,
    ).toEqual([
      expect.objectContaining({
        route,
        target: expect.stringMatching(`//127.0.0.1:\\d+/t/${slug(name)}/first$`),
        missing: [{ category: 'analytics' }],
        held: false,
      }),
      expect.objectContaining({ route, target: expect.stringMatching('/third$') }),
    ])
  expect(reports).toHaveLength(2 * ROUTES.length)
})

/** Requests that not every engine can make. */
const RARE = ['WebSocketStream', 'fetchLater'] as const

for (const name of RARE)
  test(`what sends waits for consent, where the browser can: ${name}`, async ({ page, browserName }) => {
    await open(page, 'follow')
    const isThere = await page.evaluate((name) => name in window, name)
    test.info().annotations.push({ type: isThere ? 'has' : 'lacks', description: `${browserName} ${name}` })
    const hits = () => site.hits.filter((url) => url.includes(`/${name}/`))
    const send = (run: string) =>
      page.evaluate(([name, url]) => routes[name]?.(url), [name, `${site.collector}${run}`] as const)
    await send(`/t/${name}/first`)
    await send(`/free/${name}/first`)
    await accept(page)
    await send(`/t/${name}/second`)
    await reject(page)
    await send(`/t/${name}/third`)
    await send(`/free/${name}/third`)
    await page.evaluate(() => guard?.stop())
    await send(`/t/${name}/fourth`)
    const reports = await page.evaluate(() => blocked.map(({ route, target }) => [route, target.replace(/.*\//, '')]))
    if (!isThere) {
      // Nothing stands in its place that a page could take for it, and nothing was sent.
      expect(await page.evaluate((name) => Reflect.get(window, name) as unknown, name)).toBeUndefined()
      expect([reports, hits()]).toEqual([[], []])
      return
    }
    const passed = ['/free/*/first', '/t/*/second', '/free/*/third', '/t/*/fourth'].map((run) => run.replace('*', name))
    await expect.poll(() => hits().sort()).toEqual(passed.sort())
    expect(reports).toEqual([
      [name, 'first'],
      [name, 'third'],
    ])
  })

test('a base that comes late is judged, and without it a relative URL stays on the site', async ({ page }) => {
  await open(page, 'follow')
  const bases = await page.evaluate((url) => {
    const base = document.createElement('base')
    document.head.append(base)
    const found: boolean[] = []
    const isOwn = () => found.push(new URL('x', document.baseURI).host === location.host)
    base.href = url
    isOwn()
    base.setAttribute('HREF', url)
    isOwn()
    base.setAttributeNS(null, 'href', url)
    isOwn()
    store.acceptAll()
    base.href = url
    isOwn()
    return found
  }, `${site.collector}/t/base/`)
  expect(bases).toEqual([true, true, true, false])
  expect(await page.evaluate(() => blocked.map(({ route }) => route))).toContain('base')
})

test.describe('what keeps', () => {
  const writes: [route: string, write: (name: string) => unknown][] = [
    ['document.cookie', (name) => (document.cookie = `${name}=1; path=/; max-age=60`)],
    ['cookieStore', (name) => cookieStore.set(name, '1').catch(() => undefined)],
    ['cookieStore', (name) => cookieStore.set({ name, value: '1' }).catch(() => undefined)],
    ['localStorage', (name) => localStorage.setItem(name, '1')],
    ['sessionStorage', (name) => sessionStorage.setItem(name, '1')],
  ]
  for (const [index, [route, write]] of writes.entries())
    test(`waits for consent: ${route}, ${index}`, async ({ page }) => {
      await open(page, 'follow')
      const kept = (name: string) =>
        page.evaluate(
          (name) =>
            [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join(' ').includes(name),
          name,
        )
      await page.evaluate(write, '_ta')
      await page.evaluate(write, 'own')
      expect([await kept('_ta'), await kept('own')]).toEqual([false, true])
      await accept(page)
      await page.evaluate(write, '_tb')
      expect(await kept('_tb')).toBe(true)
      await reject(page)
      expect(await kept('_tb')).toBe(false)
      await page.evaluate(write, '_tc')
      expect(await kept('_tc')).toBe(false)
      expect(await page.evaluate(() => blocked)).toEqual(
        ['_ta', '_tc'].map((target) =>
          expect.objectContaining({ route, target, missing: [{ category: 'analytics' }] }),
        ),
      )
    })

  test('a cookie that others have set can be removed, without a report', async ({ page, context }) => {
    const expires = Math.floor(Date.now() / 1000) + 600
    await context.addCookies(['_ta', '_tb', '_tc'].map((name) => ({ name, value: '1', url: site.url, expires })))
    await open(page)
    expect(await cookies(page)).toContain('_ta')
    await page.evaluate(() => {
      document.cookie = '_ta=; max-age=0; path=/'
      document.cookie = `_tb=; expires=${new Date(Date.now() - 86_400_000).toUTCString()}; path=/`
      document.cookie = '_tc=1; Max-Age=0; path=/; max-age=600' // the last counts
      return cookieStore.set({ name: '_td', value: '', expires: 1 })
    })
    expect(await cookies(page)).toBe('')
    expect(await page.evaluate(() => blocked)).toEqual([])
  })

  test('no way of writing a line gets past', async ({ page }) => {
    await open(page)
    await page.evaluate(() => {
      for (const line of [
        '_t1',
        ' _t2 =1',
        '=_t3=1',
        '\t_t4=1',
        '_t5=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT',
        'x\n_t6=1',
        'y=1\r\n_t7=1',
        '_t8=1;max-age=0;max-age=9',
        '_t9=1; max-age=9\0',
      ])
        document.cookie = line
    })
    expect(await cookies(page)).not.toContain('_t')
  })
})

test.describe('what is refused', () => {
  test('fails as where the network is down, and kills nobody', async ({ page }) => {
    await open(page)
    const told = await page.evaluate(async (url) => {
      const told: unknown[] = [await fetch(url).catch((error: unknown) => error instanceof TypeError)]
      const xhr = new XMLHttpRequest()
      xhr.open('GET', url)
      await new Promise((done) => {
        xhr.onreadystatechange = () => told.push(`readyState ${xhr.readyState}`)
        xhr.onerror = () => told.push(`status ${xhr.status}`)
        xhr.onloadend = done
        xhr.send()
      })
      told.push(navigator.sendBeacon(url))
      const socket = new WebSocket(url.replace('http', 'ws'))
      await new Promise((done) => {
        socket.addEventListener('error', () => told.push('socket error'))
        socket.onclose = ({ code }) => done(told.push(`closed ${code}`))
      })
      socket.send('x')
      socket.close()
      told.push(
        socket instanceof WebSocket &&
          socket.readyState === WebSocket.CLOSED &&
          socket.url === url.replace('http', 'ws'),
      )
      const source = new EventSource(url)
      await new Promise((done) => (source.onerror = done))
      source.close()
      told.push(source.readyState === EventSource.CLOSED)
      const image = new Image()
      await new Promise((done) => {
        image.onerror = done
        image.src = url
      })
      return told
    }, `${site.collector}/t/failing`)
    expect(told).toEqual([true, 'readyState 4', 'status 0', false, 'socket error', 'closed 1006', true, true])
    expect(site.hits).not.toContain('/t/failing')
  })

  test('a request that is opened anew, for elsewhere, is sent', async ({ page }) => {
    await open(page)
    const status = await page.evaluate(async (collector) => {
      const xhr = new XMLHttpRequest()
      for (const path of ['/t/anew', '/free/anew']) {
        xhr.open('GET', collector + path)
        await new Promise((done) => {
          xhr.onloadend = done
          xhr.send()
        })
      }
      return [xhr.readyState, xhr.status]
    }, site.collector)
    expect(status).toEqual([4, 200])
  })

  test('is reported once, with the script that did it; what a listener throws disturbs nobody', async ({ page }) => {
    await page.goto(`${site.url}/?with=intruder&throws`)
    await expect
      .poll(() => page.evaluate(() => blocked.map(({ route, by }) => `${route} ${by?.replace(/.*\//, '')}`)))
      .toEqual([
        'document.cookie intruder.js',
        'localStorage intruder.js',
        'sendBeacon intruder.js',
        'script intruder.js',
        'fetch intruder.js',
      ])
  })

  test('is also what nobody declares, where the site has declared all it uses', async ({ page }) => {
    await open(page, 'strict')
    await page.evaluate(async (url) => {
      document.cookie = 'sid=1; path=/'
      document.cookie = 'unknown=1; path=/'
      localStorage.setItem('basket', '1')
      localStorage.setItem('unknown', '1')
      await fetch(url).catch(() => undefined)
      await fetch('/routes.js')
    }, `${site.collector}/free/strict`)
    expect(await page.evaluate(() => [document.cookie, Object.keys(localStorage)])).toEqual(['sid=1', ['basket']])
    expect(await page.evaluate(() => blocked.map(({ route, missing }) => [route, missing]))).toEqual(
      ['document.cookie', 'localStorage', 'fetch'].map((route) => [route, []]),
    )
    await accept(page)
    expect(await cookies(page)).toContain('cookie_consent=')
  })
})

test.describe('what is held', () => {
  test('is carried out at the grant, in order', async ({ page }) => {
    const begin = site.hits.length
    await open(page, 'hold&follow')
    for (const name of ['fetch', 'XMLHttpRequest', 'sendBeacon', 'script.src', 'img attribute', 'img.srcset'])
      await send(page, name, `${site.collector}/t/held-${slug(name)}`)
    await page.evaluate(() => {
      document.cookie = '_ta=1; path=/'
      document.cookie = '_ta=2; path=/'
      document.cookie = '_tb=1; path=/'
      document.cookie = '_tb=; path=/; max-age=0'
      document.cookie = 'map_a=1; path=/'
      localStorage.setItem('_ta', '1')
    })
    expect(await cookies(page)).toBe('')
    expect(await page.evaluate(() => blocked.every(({ held }) => held))).toBe(true)
    await page.evaluate(() => void store.save({ categories: ['analytics'], services: [] }))
    await expect
      .poll(() => [...new Set(site.hits.slice(begin).map((url) => url.replace(/\?.*/, '')))].sort())
      .toEqual(
        ['XMLHttpRequest', 'fetch', 'img-attribute', 'img-srcset', 'script-src', 'sendBeacon'].map(
          (name) => `/t/held-${name}`,
        ),
      )
    expect(await cookies(page)).toMatch(/^cookie_consent=[^;]*; _ta=2$/) // the record is written first
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['_ta'])
    await accept(page)
    expect(await cookies(page)).toContain('map_a=1')
  })

  test('is no more than a hundred', async ({ page }) => {
    await open(page, 'hold&follow')
    await page.evaluate(() => {
      for (let i = 0; i < 150; i++) localStorage.setItem(`_t${i}`, '1')
      store.acceptAll()
    })
    expect(await page.evaluate(() => localStorage.length)).toBe(100)
  })
})

test.describe('the grant', () => {
  test('of an earlier visit counts from the first line, without a store', async ({ page }) => {
    await open(page)
    await accept(page) // the guard sees the consent cookie written
    await page.evaluate(() => (document.cookie = '_ta=1'))
    await page.reload()
    await page.evaluate(() => (document.cookie = '_tb=1'))
    expect(await cookies(page)).toMatch(/_ta=1.*_tb=1/)
    await reject(page)
    await page.evaluate(() => (document.cookie = '_tc=1'))
    expect(await cookies(page)).not.toContain('_tc')
    expect(await page.evaluate(() => blocked.map(({ target }) => target))).toEqual(['_tc'])
  })

  test('is taken back by another tab, without a store', async ({ page, context }) => {
    await open(page)
    await accept(page)
    const other = await context.newPage()
    await open(other, 'bare')
    await reject(other)
    await expect
      .poll(() =>
        page.evaluate(() => {
          localStorage.setItem('_ta', '1')
          const isKept = localStorage.getItem('_ta') !== null
          localStorage.removeItem('_ta')
          return isKept
        }),
      )
      .toBe(false)
  })

  test('is none where two consent cookies disagree', async ({ page, context }) => {
    const value = encodeURIComponent(JSON.stringify({ categories: ['analytics'], timestamp: new Date(), version: 1 }))
    await context.addCookies([{ name: 'cookie_consent', value, url: site.url }])
    await open(page)
    await page.evaluate(() => (document.cookie = '_ta=1'))
    expect(await cookies(page)).toContain('_ta=1')
    await context.addCookies([{ name: 'cookie_consent', value: 'x', domain: 'localhost', path: '/deep' }])
    await page.goto(`${site.url}/deep?with=routes`)
    await page.evaluate(() => (document.cookie = '_tb=1'))
    expect(await cookies(page)).not.toContain('_tb')
  })
})

test.describe('stop', () => {
  test('puts everything back', async ({ page }) => {
    await open(page)
    expect(await page.evaluate(() => isUntouched().some(Boolean))).toBe(false)
    await page.evaluate(() => guard?.stop())
    expect(await page.evaluate(() => isUntouched().every(Boolean))).toBe(true)
  })

  test('leaves alone what somebody has put over ours, and lets it through', async ({ page }) => {
    await open(page)
    const kept = await page.evaluate(() => {
      const setItem = Storage.prototype.setItem.bind(localStorage)
      const theirs = (key: string, value: string) => setItem(key, `${value}!`)
      Storage.prototype.setItem = theirs
      guard?.stop()
      localStorage.setItem('_ta', '1')
      return [Storage.prototype.setItem === theirs, localStorage.getItem('_ta')]
    })
    expect(kept).toEqual([true, '1!'])
  })

  test('of several guards puts everything back, in whatever order', async ({ page }) => {
    await open(page)
    const untouched = await page.evaluate(() => {
      const [second, third] = [start(), start()]
      second.stop()
      guard?.stop()
      const between = isUntouched().some(Boolean)
      third.stop()
      return [between, isUntouched().every(Boolean)]
    })
    expect(untouched).toEqual([false, true])
  })

  test('of one guard leaves another one on', async ({ page }) => {
    await open(page)
    await page.evaluate(() => {
      start()
      guard?.stop()
      document.cookie = '_ta=1'
    })
    expect(await cookies(page)).toBe('')
  })
})
