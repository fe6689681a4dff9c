// Our parts on other people's pages: each computed style and each box is that of a page without any styles of its own.
import pixelmatch from 'pixelmatch'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { contrastOf, MIN_CONTRAST, twinFault } from '../../src/browser/twin-fault.js'
import { closeScenes, loadSheets, openPanel, openScene, partOf, type Scene } from './scene.js'

const { ours, sites } = await loadSheets()
const layered = ours['styles.css'] ?? ''
const unlayered = ours['styles.unlayered.css'] ?? ''

/** A site's sheet before ours and after it: the layered one where all of the site's stands in layers, else the other. */
const cases = Object.entries(sites).flatMap(([name, { css, isLayered }]) => [
  ...(isLayered
    ? [[`${name}, then styles.css`, [css, layered]] as const, [`styles.css, then ${name}`, [layered, css]] as const]
    : []),
  [`${name}, then styles.unlayered.css`, [css, unlayered]] as const,
  [`styles.unlayered.css, then ${name}`, [unlayered, css]] as const,
])

const PAGES = [
  { width: 360, dir: 'ltr', scheme: 'light' },
  { width: 1280, dir: 'rtl', scheme: 'dark' },
] as const

/** Each property once: `border-top-width`, and not `border-block-start-width`, too. What only the page itself says is left out. */
const PROPERTIES = [...getComputedStyle(document.body)].filter(
  (name) => !/-(inline|block)(-|$)|^(inline|block)-size$|^(-webkit-tap-highlight-color|tab-size)$/.test(name),
)

type Looks = ReadonlyMap<string, readonly string[]>

/** Each element of each part that is to be seen, with what it computes to and how large it is. */
function looksOf(target: Document): Looks {
  openPanel(target)
  for (const details of target.querySelectorAll('details')) details.open = true
  const found = new Map<string, readonly string[]>()
  const elements = target.querySelectorAll('[data-assent]:not(script), [data-assent] *')
  for (const [i, element] of [...elements].entries()) {
    const name = `${String(i)} ${element.tagName} ${element.getAttribute('data-assent') ?? ''}`
    if (!element.checkVisibility()) continue
    const { width, height } = element.getBoundingClientRect()
    found.set(name, [`${width.toFixed(1)} × ${height.toFixed(1)}`, ...computed(element)])
    for (const pseudo of ['::before', '::after'])
      if (getComputedStyle(element, pseudo).content !== 'none') found.set(name + pseudo, computed(element, pseudo))
  }
  found.set('::backdrop', [getComputedStyle(partOf(target, 'panel'), '::backdrop').backgroundColor])
  return found
}

function computed(element: Element, pseudo?: string): string[] {
  const style = getComputedStyle(element, pseudo)
  return PROPERTIES.map((name) => `${name}: ${style.getPropertyValue(name)}`)
}

/** Where two pages differ: `3 BUTTON accept: margin-top: 10px, not margin-top: 0px`. */
function differences(bare: Looks, site: Looks): string[] {
  return [...new Set([...bare.keys(), ...site.keys()])].flatMap((name) => {
    const [expected = [], actual = []] = [bare.get(name), site.get(name)]
    if (expected.length !== actual.length) return [`${name}: ${String(actual.length)}, not ${String(expected.length)}`]
    return expected.flatMap((value, i) => (value === actual[i] ? [] : [`${name}: ${String(actual[i])}, not ${value}`]))
  })
}

const bareLooks = new Map<unknown, Promise<Looks>>()
/** How a page without styles of its own looks, with the layered sheet: once for each kind of page. */
function bareOf(scene: (typeof PAGES)[number]): Promise<Looks> {
  let looks = bareLooks.get(scene)
  if (!looks) bareLooks.set(scene, (looks = openScene({ ...scene, sheets: [layered] }).then(looksOf)))
  return looks
}

afterEach(() => closeScenes())

describe.each(cases)('%s', (_, sheets) => {
  it.each(PAGES)('looks as on a bare page: $width px, $dir, $scheme', async (scene) => {
    await page.viewport(1300, 800)
    const bare = await bareOf(scene)
    const site = await openScene({ ...scene, sheets })
    expect(differences(bare, looksOf(site)).slice(0, 20)).toEqual([])
    expect(twinFault(partOf(site, 'accept'), partOf(site, 'reject'))).toBeUndefined()
  })
})

/** What is photographed: each layout once, at both widths, light and dark, in both directions. */
const SHOTS = [
  { banner: 'card', width: 360, dir: 'ltr', scheme: 'light' },
  { banner: 'bar', width: 1280, dir: 'rtl', scheme: 'dark' },
  { panel: 'dialog', width: 1280, dir: 'ltr', scheme: 'light' },
  { panel: 'drawer', width: 1280, dir: 'rtl', scheme: 'dark' },
] as const

async function shoot(scene: Scene): Promise<ImageData> {
  closeScenes()
  const target = await openScene({ ...scene, height: 600 })
  if (scene.panel) openPanel(target)
  ;(target.activeElement as HTMLElement | null)?.blur()
  const element = target.defaultView?.frameElement
  if (!element) throw new Error('The page is in no frame.')
  const base64 = await page.screenshot({ element, save: false })
  const image = new Image()
  image.src = `data:image/png;base64,${base64}`
  await image.decode()
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
  context?.drawImage(image, 0, 0)
  const data = context?.getImageData(0, 0, image.width, image.height)
  if (!data) throw new Error('The browser draws nothing.')
  return data
}

// Same run, same machine: no pictures are kept.
describe.each(SHOTS)('a picture of %o', (shot) => {
  it('is the same on each site', async () => {
    await page.viewport(1300, 800)
    const bare = await shoot({ ...shot, sheets: [layered] })
    for (const [i, [name, sheets]] of cases.entries()) {
      if (i % 2 === SHOTS.indexOf(shot) % 2) continue // before ours and after it in turn
      const { data, width, height } = await shoot({ ...shot, sheets })
      expect([name, width, height]).toEqual([name, bare.width, bare.height])
      expect([name, pixelmatch(bare.data, data, undefined, width, height)]).toEqual([name, 0])
    }
  })
})

describe.each(cases.filter(([name]) => name.includes('elements')))('%s', (_, sheets) => {
  it('keeps fill and text under the pointer and the focus, and where it is pressed', async () => {
    await page.viewport(1300, 800)
    const target = await openScene({ sheets, width: 1280, scheme: 'light', height: 700 })
    const frame = target.defaultView?.frameElement as HTMLElement
    frame.style.pointerEvents = 'auto'
    for (const name of ['accept', 'reject', 'customize', 'policy']) {
      const element = partOf(target, name)
      const { left, top, width, height } = element.getBoundingClientRect()
      await userEvent.hover(frame, { position: { x: left + width / 2, y: top + height / 2 } })
      element.focus()
      expect(element.matches(':hover:focus')).toBe(true)
      expect([name, (contrastOf(element) ?? 0) >= MIN_CONTRAST]).toEqual([name, true])
      expect(getComputedStyle(element).textTransform).toBe('none')
    }
  })
})
