import { memberOf } from '../core/member-of.js'

/** What must be equal, as computed: one that is bolder, larger or filled is not the other's twin. */
const LOOKS = [
  'background-color',
  'background-image',
  'color',
  'border-top-color',
  'border-top-style',
  'border-top-width',
  'border-top-left-radius',
  'box-shadow',
  'font-size',
  'font-weight',
  'font-family',
  'text-decoration-line',
  'text-transform',
  'opacity',
  'filter',
  'visibility',
]

/** WCAG 2.2, 1.4.3. */
export const MIN_CONTRAST = 4.5

/**
 * Says in which way Accept and Reject do not look alike, or cannot be read: a sentence, or `undefined` where all is well. It
 * reads computed styles, so the page's own rules count. EDPB 03/2022 asks for buttons of equal prominence.
 */
export function twinFault(accept: HTMLElement, reject: HTMLElement): string | undefined {
  const [ofAccept, ofReject] = [getComputedStyle(accept), getComputedStyle(reject)]
  const property = LOOKS.find((name) => ofAccept.getPropertyValue(name) !== ofReject.getPropertyValue(name))
  if (property !== undefined)
    return `Accept and Reject differ in ${property}: ${ofAccept.getPropertyValue(property)} and ${ofReject.getPropertyValue(property)}.`
  const [a, b] = [accept.getBoundingClientRect(), reject.getBoundingClientRect()]
  for (const side of ['width', 'height'] as const)
    if (Math.abs(a[side] - b[side]) > 0.1 * Math.max(a[side], b[side]))
      return `Accept and Reject differ in ${side}: ${Math.round(a[side])} px and ${Math.round(b[side])} px.`
  for (const button of [accept, reject]) {
    const contrast = contrastOf(button)
    if (contrast !== undefined && contrast < MIN_CONTRAST)
      return `The text of ${button === accept ? 'Accept' : 'Reject'} has a contrast of ${contrast.toFixed(2)}, and needs ${String(MIN_CONTRAST)}.`
  }
  return undefined
}

/**
 * The contrast of an element's text to what is behind it, by WCAG 2.2: between 1 and 21. `undefined` where a picture is behind
 * it, or where the browser draws no colours, as in tests.
 */
export function contrastOf(element: Element): number | undefined {
  const layers: string[] = [getComputedStyle(element).color]
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at)
    if (backgroundImage !== 'none') return undefined
    layers.push(backgroundColor)
  }
  // What a page without a background shows depends on its color-scheme.
  layers.push(
    getComputedStyle(memberOf(element.ownerDocument, 'documentElement')).colorScheme === 'dark' ? 'black' : 'white',
  )
  const [ink, paper] = [flatten(layers), flatten(layers.slice(1))]
  if (!ink || !paper) return undefined
  const [light = 0, dark = 0] = [luminance(ink), luminance(paper)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Draws colours over each other, the last one first, as the browser does: it knows each notation. */
function flatten(layers: readonly string[]): Uint8ClampedArray | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  for (const layer of [...layers].reverse()) {
    context.fillStyle = layer
    context.fillRect(0, 0, 1, 1)
  }
  return context.getImageData(0, 0, 1, 1).data
}

/** WCAG 2.2, relative luminance. */
function luminance([red = 0, green = 0, blue = 0]: Uint8ClampedArray): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((byte) => {
    const share = byte / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
