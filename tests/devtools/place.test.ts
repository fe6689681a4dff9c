import { describe, expect, it } from 'vitest'
import { placeBeside, type Box, type DevtoolsPosition, type Size } from '../../src/devtools/place.js'

const button: Size = { width: 80, height: 30 }
const wide: Size = { width: 1280, height: 800 }
const phone: Size = { width: 360, height: 720 }
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

/** Where banners are: what the layouts, phones and other languages make of them. */
const BANNERS: [name: string, view: Size, banner: Box | undefined][] = [
  ['none', wide, undefined],
  ['a card', wide, box(16, 500, 420, 284)],
  ['a card of a language that is written from the right', wide, box(844, 500, 420, 284)],
  ['a bar', wide, box(0, 680, 1280, 120)],
  ['a bar at the top', wide, box(0, 0, 1280, 120)],
  ['a dialog', wide, box(430, 250, 420, 284)],
  ['a sheet', phone, box(0, 440, 360, 280)],
  ['a tall sheet', phone, box(0, 260, 360, 460)],
  ['a sheet in a low window', { width: 320, height: 256 }, box(0, 100, 320, 156)],
  ['a banner that covers half of the window', wide, box(640, 0, 640, 800)],
]
const CORNERS: DevtoolsPosition[] = ['bottom-right', 'bottom-left', 'top-right', 'top-left']

describe('the devtools beside a banner', () => {
  for (const [name, view, banner] of BANNERS)
    it.each(CORNERS)(`keep off ${name} at the %s`, (wanted) => {
      const { corner, width, height, isCovered } = placeBeside(wanted, button, view, banner)
      expect(isCovered).toBe(false)
      const [block, inline] = corner.split('-')
      const place = (size: Size, offset: number): Box =>
        box(
          inline === 'right' ? view.width - 8 - size.width : 8,
          block === 'bottom' ? view.height - offset - size.height : offset,
          size.width,
          size.height,
        )
      for (const one of [place(button, 8), place({ width, height }, button.height + 16)]) {
        expect(one.top).toBeGreaterThanOrEqual(0)
        expect(one.left).toBeGreaterThanOrEqual(0)
        expect(one.bottom).toBeLessThanOrEqual(view.height)
        expect(one.right).toBeLessThanOrEqual(view.width)
        if (banner)
          expect(
            one.left < banner.right && banner.left < one.right && one.top < banner.bottom && banner.top < one.bottom,
          ).toBe(false)
      }
    })

  it('stay where they are wanted, where that is free', () => {
    for (const corner of CORNERS) expect(placeBeside(corner, button, wide, undefined).corner).toBe(corner)
    expect(placeBeside('bottom-right', button, wide, box(16, 500, 420, 284)).corner).toBe('bottom-right')
  })

  it('give way where the banner leaves no corner', () => {
    expect(placeBeside('top-left', button, phone, box(0, 0, 360, 720)).isCovered).toBe(true)
  })
})
