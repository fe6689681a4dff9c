import { afterEach, describe, expect, it } from 'vitest'
import { contrastOf, twinFault } from '../../src/browser/twin-fault.js'

const style =
  'all: unset; display: inline-block; box-sizing: border-box; width: 100px; height: 44px; color: #fff; background: #1b1c1f;'

function twins(ofAccept = '', ofReject = '', around = ''): [HTMLElement, HTMLElement] {
  document.body.innerHTML = `<div id="around" style="${around}"><button style="${style} ${ofAccept}">Accept</button><button style="${style} ${ofReject}">Reject</button></div>`
  const [accept, reject] = document.querySelectorAll('button')
  if (!accept || !reject) throw new Error('There are no buttons.')
  return [accept, reject]
}

afterEach(() => document.body.replaceChildren())

describe('twinFault', () => {
  it.each([
    ['they are the same', '', '', ''],
    ['they are nearly as wide', 'width: 104px', '', ''],
    [
      'they are translucent on dark',
      'background: rgb(255 255 255 / 10%)',
      'background: rgb(255 255 255 / 10%)',
      'background: #111',
    ],
    [
      'they have no fill of their own',
      'background: none; color: #111',
      'background: none; color: #111',
      'background: oklch(0.97 0.01 90)',
    ],
  ])('says nothing where %s', (_, ofAccept, ofReject, around) => {
    expect(twinFault(...twins(ofAccept, ofReject, around))).toBeUndefined()
  })

  it.each([
    ['background: green', '', /background-color/],
    ['', 'background: none', /background-color/],
    ['color: #eee', '', /in color/],
    ['font-weight: 700', '', /font-weight/],
    ['font-size: 20px', '', /font-size/],
    ['', 'text-decoration: underline', /text-decoration-line/],
    ['', 'opacity: 0.6', /opacity/],
    ['border: 2px solid red', '', /border-top/],
    ['', 'border-radius: 9px', /radius/],
    ['', 'filter: blur(1px)', /filter/],
    ['width: 200px', '', /width: 200 px and 100 px/],
    ['', 'height: 24px', /height: 44 px and 24 px/],
  ])('names what differs: %s / %s', (ofAccept, ofReject, expected) => {
    expect(twinFault(...twins(ofAccept, ofReject))).toMatch(expected)
  })

  it.each([
    ['color: #999; background: #fff', ''],
    ['background: none', ''],
    ['background: rgb(0 0 0 / 20%)', 'background: #fff'],
    ['color: color(srgb 0.5 0.5 0.5); background: oklch(0.7 0 0)', ''],
    ['color: lab(60 0 0 / 50%); background: white', ''],
  ])('says where the text cannot be read: %s', (both, around) => {
    expect(twinFault(...twins(both, both, around))).toMatch(/contrast of \d\.\d\d, and needs 4\.5/)
  })
})

describe('contrastOf', () => {
  it.each([
    ['color: #000; background: #fff', 21],
    ['color: #fff; background: #000', 21],
    ['color: #777; background: #fff', 4.48],
    ['color: rgb(0 0 0 / 50%); background: #fff', 4],
    ['color: hwb(0 0% 100%); background: color(display-p3 1 1 1)', 21],
  ])('of %s', (both, expected) => {
    expect(contrastOf(twins(both)[0])).toBeCloseTo(expected, 1)
  })

  it('is unknown over a picture', () => {
    expect(contrastOf(twins('background: linear-gradient(#000, #fff)')[0])).toBeUndefined()
  })

  it('knows that a dark page without a background is dark', () => {
    document.documentElement.style.colorScheme = 'dark'
    expect(contrastOf(twins('background: none; color: #fff')[0])).toBeGreaterThan(15)
    document.documentElement.style.colorScheme = ''
  })
})
