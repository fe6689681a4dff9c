import { createBrowserJar, createConsentStore } from 'assent/core'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { clearCookies } from '../../browser/clear-cookies.js'
import { site } from '../../fixtures/site.js'

interface State {
  status: string
  record: { via: string; categories: string[] } | null
  verified: boolean
}

const ask = async (): Promise<State> => (await (await fetch('/shop/consent')).json()) as State // as documented
const consentCookie = () => createBrowserJar().getAll('cookie_consent')

beforeEach(async () => {
  await fetch('/shop/consent', { method: 'POST', body: new URLSearchParams({ choice: 'reset' }), redirect: 'manual' })
  clearCookies()
})

/** A page of the shop in a frame, whose scripts do not run. */
async function openShop(path: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-forms allow-same-origin')
  frame.src = `/shop${path}`
  onTestFinished(() => frame.remove())
  const isLoaded = loaded(frame)
  document.body.append(frame)
  await isLoaded
  return frame
}

function loaded(frame: HTMLIFrameElement): Promise<unknown> {
  return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
}

describe('in a browser', () => {
  it('a choice that a page has posted leaves its cookie as it was, and signs it', async () => {
    const store = createConsentStore(site, { jar: createBrowserJar() })
    store.save({ categories: ['analytics', 'marketing'], services: ['meta'] })
    const before = document.cookie
    expect((await ask()).verified).toBe(false)
    const { ok } = await fetch('/shop/consent', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...store.getState().record, choice: 'save', via: undefined, version: undefined }),
      keepalive: true,
    })
    expect(ok).toBe(true)
    expect(document.cookie).toBe(before)
    expect(before).toContain('cookie_consent={%22')
    expect(await ask()).toMatchObject({ status: 'decided', verified: true })
  })

  it('a form without scripts decides, deletes what it forbids and comes back to its page', async () => {
    const frame = await openShop('/shelf?page=2&set=_ga&set=_fbp&set=ad_x')
    document.cookie = 'theme=dark; Path=/'
    const form = frame.contentDocument?.forms[0]
    const box = form?.querySelector<HTMLInputElement>('[value=analytics]')
    if (box) box.checked = true
    const isBack = loaded(frame)
    form?.querySelector('button')?.click()
    await isBack
    const { pathname, hash } = new URL(frame.contentWindow?.location.href ?? '')
    expect(pathname + hash).toBe('/shop/shelf#assent-saved')
    expect(await ask()).toMatchObject({
      status: 'decided',
      verified: true,
      record: { via: 'save', categories: ['essential', 'analytics'] },
    })
    expect(document.cookie).not.toContain('theme')
  })

  it('deletes the HttpOnly cookies that a choice forbids, and no others', async () => {
    await fetch('/shop/?set=_ga&set=_fbp&set=sessionid&set=other')
    await fetch('/shop/consent', {
      method: 'POST',
      body: new URLSearchParams({ choice: 'save', categories: 'analytics' }),
      redirect: 'manual',
    })
    const { cookie } = (await (await fetch('/shop/cookies')).json()) as { cookie: string }
    expect(cookie).not.toMatch(/_fbp/)
    for (const name of ['_ga=1', 'sessionid=1', 'other=1']) expect(cookie).toContain(name)
    await fetch('/shop/?unset=sessionid&unset=other&unset=_ga')
  })

  it('a record that is there twice is one again after a form', async () => {
    document.cookie = 'cookie_consent=yes; Path=/'
    document.cookie = 'cookie_consent=no; Path=/shop'
    document.cookie = 'cookie_consent=no; Path=/shop/consent'
    expect((await ask()).status).toBe('undecided')
    const frame = await openShop('/shelf')
    const isBack = loaded(frame)
    frame.contentDocument?.forms[0]?.querySelector('button')?.click()
    await isBack
    expect(await ask()).toMatchObject({ status: 'decided', verified: true, record: { categories: ['essential'] } })
    expect(consentCookie()).toHaveLength(1)
  })
})
