// Our parts on other people's pages: each computed style and each box is that of a page without any styles of its own.
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { twinFault } from '../../src/browser/twin-fault.js'
import { closeScenes, loadSheets, openPanel, openScene, partOf } from './scene.js'

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
