import { configure, getByRole, queryByRole, waitFor, within } from '@testing-library/dom'
import { beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { clearCookies } from '../browser/clear-cookies.js'
import { openPage, type OpenPage } from '../pages/open-page.js'

beforeEach(clearCookies)
configure({ asyncUtilTimeout: 15_000 }) // React reveals what streams in late by frames and timers of its own

const NOW = new Date().toISOString()

/** Makes the visitor one who decided. */
function decide(categories: readonly string[], rest: object = {}): void {
  const record = { categories, timestamp: NOW, version: 2, ...rest }
  document.cookie = `cookie_consent=${encodeURIComponent(JSON.stringify(record))}; path=/`
}

/** What the visitor decided, as the cookie has it. */
function decided(): unknown {
  const text = /cookie_consent=([^;]*)/.exec(document.cookie)?.[1]
  return text && (JSON.parse(decodeURIComponent(text)) as { categories: string[] }).categories
}

async function hydrate({ window, document }: OpenPage): Promise<void> {
  window.hydrate()
  await waitFor(() => expect(document.documentElement.dataset).toHaveProperty('live'))
}

const bannerOf = ({ document }: OpenPage): HTMLElement | null => document.querySelector('[data-assent=banner]')
const button = ({ document }: OpenPage, name: string): HTMLElement => getByRole(document.body, 'button', { name })
const isShown = (element: HTMLElement | null): boolean => !!element?.getClientRects().length

const pages = ['/app', '/app?stream', '/app?stream&late', '/app?endpoint', '/app?form', '/app?form&endpoint'].flatMap(
  (path) => [path, `${path}${path.includes('?') ? '&' : '?'}strict`],
)
const withCookies = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}cookies`

describe.each(pages)('the page %s, cached for everyone', (path) => {
  it('hydrates without a word, and asks a visitor who has not decided', async () => {
    const page = await openPage(path)
    await hydrate(page)
    await waitFor(() => expect(isShown(bannerOf(page))).toBe(true))
    expect(page.window.problems).toEqual([])
  })

  it('hides the banner before anything of React runs from a visitor who decided', async () => {
    decide(['essential', 'analytics'])
    const page = await openPage(path)
    if (!path.includes('late')) expect(bannerOf(page)).not.toBeNull()
    expect(isShown(bannerOf(page))).toBe(false)
    await hydrate(page)
    await waitFor(() => expect(page.document.body).toHaveTextContent(/Measured(?! all)/))
    await waitFor(() => expect(page.document.adoptedStyleSheets).toHaveLength(0))
    expect(bannerOf(page)).toBeNull()
    expect(page.window.problems).toEqual([])
  })
})

describe.each(pages.map(withCookies))('the page %s, rendered for its visitor', (path) => {
  it('has the banner in its HTML for a visitor who has not decided, and hydrates without a word', async () => {
    const page = await openPage(path)
    await waitFor(() => expect(isShown(bannerOf(page))).toBe(true))
    await hydrate(page)
    expect(isShown(bannerOf(page))).toBe(true)
    expect(page.window.problems).toEqual([])
  })

  it('has no banner, and the cookies of the visitor, in its HTML for one who decided', async () => {
    decide(['essential', 'functional', 'analytics'])
    document.cookie = 'theme=dark; path=/'
    const page = await openPage(path)
    expect(bannerOf(page)).toBeNull()
    expect(page.document.body).toHaveTextContent('Theme: dark')
    await hydrate(page)
    expect(bannerOf(page)).toBeNull()
    expect(page.document.body).toHaveTextContent('Theme: dark')
    expect(page.window.problems).toEqual([])
  })
})

describe('hydration', () => {
  it('decides from the snapshot alone, and follows the browser afterwards', async () => {
    const page = await openPage('/app?cookies')
    decide(['essential', 'functional', 'analytics']) // in another tab, meanwhile
    document.cookie = 'theme=dark; path=/'
    await waitFor(() => expect(page.document.cookie).toBe(document.cookie)) // Chromium hands it over a moment later
    await hydrate(page)
    await waitFor(() => expect(page.document.body).toHaveTextContent('Theme: dark'))
    expect(bannerOf(page)).toBeNull()
    expect(page.window.problems).toEqual([])
  })

  it.each([
    ['taken back', () => decide(['essential'])],
    ['forgotten', () => (document.cookie = 'cookie_consent=; path=/; max-age=0')],
  ])('runs nothing by a grant that was %s since, on a page out of the cache of the browser', async (_, meanwhile) => {
    decide(['essential', 'analytics'])
    const page = await openPage('/app?cookies')
    expect(page.document.body).toHaveTextContent('Measured')
    meanwhile()
    await waitFor(() => expect(page.document.cookie).toBe(document.cookie)) // Chromium hands it over a moment later
    await hydrate(page)
    await waitFor(() => expect(page.document.body).toHaveTextContent('Not measured'))
    expect(page.document.documentElement.dataset).not.toHaveProperty('measured')
  })

  it('writes no cookie by itself', async () => {
    const page = await openPage('/app?cookies&form')
    await hydrate(page)
    expect(document.cookie).toBe('')
  })

  it('leaves no script behind, and no click is caught twice', async () => {
    const page = await openPage('/app')
    await hydrate(page)
    expect(page.document.querySelector('[data-assent=before-paint]')).toBeNull()
    button(page, 'Reject all').click()
    expect(decided()).toEqual(['essential'])
  })
})

describe('the script before the banner', () => {
  it.each<[string, () => void]>([
    ['nobody decided', () => undefined],
    ['the policy was raised', () => decide([], { version: 1 })],
    ['the choice expired', () => decide([], { timestamp: new Date(Date.now() - 183 * 86_400_000).toISOString() })],
    ['the record has no time', () => decide([], { timestamp: undefined })],
    ['the record is no JSON', () => (document.cookie = 'cookie_consent=%7B; path=/')],
    ['the record is no object', () => (document.cookie = 'cookie_consent=null; path=/')],
    ['the record is badly encoded', () => (document.cookie = 'cookie_consent=%E0%A4%A; path=/')],
    ['another cookie has a longer name', () => (document.cookie = 'cookie_consent_old=true; path=/')],
  ])('leaves the banner alone when %s', async (_, prepare) => {
    prepare()
    const page = await openPage('/app')
    expect(isShown(bannerOf(page))).toBe(true)
    await hydrate(page)
    expect(isShown(bannerOf(page))).toBe(true)
    expect(page.window.problems).toEqual([])
  })

  it('leaves the banner alone when there are two records', async () => {
    decide(['analytics'])
    document.cookie = document.cookie.replace('analytics', 'functional') + '; path=/pages'
    const page = await openPage('/app')
    expect(isShown(bannerOf(page))).toBe(true)
    await hydrate(page)
    expect(isShown(bannerOf(page))).toBe(true)
    document.cookie = 'cookie_consent=; max-age=0; path=/pages'
  })
})

describe.each(['/app', '/app?strict', '/app?stream', '/app?cookies'])('before the page %s is hydrated', (path) => {
  it.each<[string, string[]]>([
    ['Accept all', ['essential', 'functional', 'analytics']],
    ['Reject all', ['essential']],
  ])('a click on "%s" is kept, and counts once it is', async (name, categories) => {
    const page = await openPage(path)
    button(page, name).click()
    expect(decided()).toBeUndefined()
    await hydrate(page)
    await waitFor(() => expect(decided()).toEqual(categories))
    await waitFor(() => expect(bannerOf(page)).toBeNull())
    expect(page.window.problems).toEqual([])
  })

  it.each(['Customize', 'Cookie preferences'])(
    'a click on "%s" is kept, and opens the panel once it is',
    async (name) => {
      const page = await openPage(path)
      button(page, name).click()
      expect(queryByRole(page.document.body, 'dialog')).toBeNull()
      await hydrate(page)
      const panel = await waitFor(() => getByRole(page.document.body, 'dialog', { name: 'Cookie preferences' }))
      expect(panel.matches(':modal')).toBe(true)
      expect(within(panel).getByRole('checkbox', { name: 'Analytics' })).not.toBeChecked()
      expect(decided()).toBeUndefined()
      expect(page.window.problems).toEqual([])
    },
  )

  it('the last of two clicks counts', async () => {
    const page = await openPage(path)
    button(page, 'Accept all').click()
    button(page, 'Reject all').click()
    await hydrate(page)
    await waitFor(() => expect(decided()).toEqual(['essential']))
  })
})

describe('before a page with an endpoint is hydrated', () => {
  const posted = async (page: OpenPage, act: () => void | Promise<void>): Promise<string | null> => {
    const isLoaded = new Promise((resolve) => page.frame.addEventListener('load', resolve, { once: true }))
    await act()
    await isLoaded
    return page.frame.contentDocument?.querySelector('p')?.textContent ?? null
  }

  it.each([
    ['Accept all', 'accept'],
    ['Reject all', 'reject'],
  ])('"%s" in the banner posts the choice', async (name, choice) => {
    const page = await openPage('/app?endpoint')
    expect(await posted(page, () => button(page, name).click())).toBe(`POST [["choice","${choice}"]]`)
  })

  it('"Customize" opens the panel at once, and "Save choices" posts the ticks', async () => {
    const page = await openPage('/app?endpoint')
    button(page, 'Customize').click()
    const panel = getByRole(page.document.body, 'dialog', { name: 'Cookie preferences' })
    within(panel).getByRole('checkbox', { name: 'Analytics' }).click()
    const post = await posted(page, () => within(panel).getByRole('button', { name: 'Save choices' }).click())
    expect(new Map(JSON.parse(post?.replace('POST ', '') ?? '') as [string, string][])).toEqual(
      new Map([
        ['categories', 'analytics'],
        ['choice', 'save'],
      ]),
    )
  })

  it('Enter on a box of the form in the page posts the ticks', async () => {
    const page = await openPage('/app?form&endpoint')
    const box = getByRole(page.document.body, 'checkbox', { name: 'Analytics' })
    box.click()
    box.focus()
    const post = await posted(page, () => userEvent.keyboard('{Enter}'))
    expect(post).toBe('POST [["choice","save"],["categories","analytics"]]')
  })

  it('the panel closes without a post', async () => {
    const page = await openPage('/app?endpoint')
    button(page, 'Customize').click()
    const panel = getByRole(page.document.body, 'dialog', { name: 'Cookie preferences' })
    within(panel).getByRole('button', { name: 'Close' }).click()
    expect(panel).not.toHaveAttribute('open')
  })

  it.each(['/app?endpoint', '/app?endpoint&cookies', '/app?endpoint&strict'])(
    'the panel of %s that is open stays so, with its ticks, through hydration',
    async (path) => {
      const page = await openPage(path)
      button(page, 'Customize').click()
      const panel = getByRole(page.document.body, 'dialog', { name: 'Cookie preferences' })
      within(panel).getByRole('checkbox', { name: 'Analytics' }).click()
      await hydrate(page)
      expect(panel).toHaveAttribute('open')
      expect(within(panel).getByRole('checkbox', { name: 'Analytics' })).toBeChecked()
      expect(within(panel).getByRole('checkbox', { name: 'Functional' })).not.toBeChecked()
      expect(page.window.problems).toEqual([])
      within(panel).getByRole('button', { name: 'Save choices' }).click()
      expect(decided()).toEqual(['essential', 'analytics'])
      await waitFor(() => expect(panel).not.toHaveAttribute('open'))
    },
  )

  it('ticks in a panel are laid over what the visitor had granted', async () => {
    decide(['essential', 'functional'])
    const page = await openPage('/app?endpoint') // the same HTML for everyone: nothing is ticked
    button(page, 'Cookie preferences').click()
    const panel = getByRole(page.document.body, 'dialog', { name: 'Cookie preferences' })
    within(panel).getByRole('checkbox', { name: 'Analytics' }).click()
    await hydrate(page)
    expect(within(panel).getByRole('checkbox', { name: 'Analytics' })).toBeChecked()
    await waitFor(() => expect(within(panel).getByRole('checkbox', { name: 'Functional' })).toBeChecked())
  })
})

describe.each(['/app?form', '/app?form&cookies', '/app?form&strict'])('the form in the page %s', (path) => {
  const ticks = ({ document }: OpenPage) =>
    [...document.querySelectorAll<HTMLInputElement>('main input')].filter((box) => box.checked).map((box) => box.value)

  it('adopts what was ticked before hydration', async () => {
    const page = await openPage(path)
    getByRole(page.document.body, 'checkbox', { name: 'Analytics' }).click()
    await hydrate(page)
    expect(ticks(page)).toEqual(['analytics'])
    button(page, 'Save choices').click()
    expect(decided()).toEqual(['essential', 'analytics'])
    expect(page.window.problems).toEqual([])
  })

  it('shows what the visitor had granted', async () => {
    decide(['essential', 'functional'])
    const page = await openPage(path)
    await hydrate(page)
    await waitFor(() => expect(ticks(page)).toEqual(['functional']))
  })
})
