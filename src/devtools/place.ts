/** A corner of the window. */
export type DevtoolsPosition = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left'

/** Where something is in the window, in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Where the button stands, and how large the panel beside it may be. */
export interface Place extends Size {
  readonly corner: DevtoolsPosition
  /** Whether the banner leaves no corner free. */
  readonly isCovered: boolean
}

/** The distance between the button, the panel, the banner and the edges. */
const GAP = 8
const MOST: Size = { width: 640, height: 640 }
/** A panel that is smaller than this cannot be read. */
const LEAST: Size = { width: 280, height: 160 }

/**
 * Finds the corner for the devtools: the wanted one, or the next where neither button nor panel is over the banner. Where the
 * panel fits in none, it takes the one with the most room. Pure.
 */
export function placeBeside(wanted: DevtoolsPosition, button: Size, view: Size, banner: Box | undefined): Place {
  const free = cornersFrom(wanted)
    .filter((corner) => !banner || !overlaps(boxAt(corner, button, view, GAP), banner))
    .map((corner) => ({ corner, isCovered: false, ...roomAt(corner, button, view, banner) }))
  const largest = [...free].sort((a, b) => area(b) - area(a))[0]
  return free.find(isEnough) ?? largest ?? { corner: wanted, isCovered: true, width: 0, height: 0 }
}

/** The wanted corner, its neighbours, and the opposite one. */
function cornersFrom(wanted: DevtoolsPosition): DevtoolsPosition[] {
  const isBottom = wanted.startsWith('bottom')
  const isRight = wanted.endsWith('right')
  const at = (bottom: boolean, right: boolean): DevtoolsPosition =>
    `${bottom ? 'bottom' : 'top'}-${right ? 'right' : 'left'}`
  return [wanted, at(isBottom, !isRight), at(!isBottom, isRight), at(!isBottom, !isRight)]
}

/** The largest panel at a corner: over or under the banner, or beside it. */
function roomAt(corner: DevtoolsPosition, button: Size, view: Size, banner: Box | undefined): Size {
  const height = Math.min(MOST.height, view.height - button.height - 3 * GAP)
  const full = { width: Math.min(MOST.width, view.width - 2 * GAP), height }
  if (!banner) return full
  const offset = button.height + 2 * GAP
  if (!overlaps(boxAt(corner, full, view, GAP, offset), banner)) return full
  const free = corner.startsWith('bottom') ? view.height - banner.bottom : banner.top
  const beside = corner.endsWith('right') ? view.width - banner.right : banner.left
  const sizes = [
    { ...full, height: Math.max(0, Math.min(height, free - offset - GAP)) },
    { ...full, width: Math.max(0, Math.min(full.width, beside - 2 * GAP)) },
  ].sort((a, b) => area(b) - area(a))
  return sizes.find(isEnough) ?? sizes[0] ?? full
}

function boxAt(corner: DevtoolsPosition, { width, height }: Size, view: Size, inline: number, block = inline): Box {
  const left = corner.endsWith('right') ? view.width - inline - width : inline
  const top = corner.startsWith('bottom') ? view.height - block - height : block
  return { left, top, right: left + width, bottom: top + height }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function isEnough({ width, height }: Size): boolean {
  return width >= LEAST.width && height >= LEAST.height
}

function area({ width, height }: Size): number {
  return width * height
}
