import { hardenSetCookies } from 'assent/server'
import { expect, it } from 'vitest'
import { growth, LINEAR } from '../../fixtures/growth.js'
import { NOON, site } from '../../fixtures/site.js'

it.each(['x,y;', 'Path=/é;', '; ', '\t', '\t=\t;', 'é', '1 ', '; Max-Age=1', '; Expires=x', '"', '%C3%A9', '=', '\0'])(
  'the time of a line grows with its length alone: many of %j',
  async (piece) => {
    const harden = (text: string) =>
      hardenSetCookies([text, `a=1; Expires=${text}`], {
        clock: () => NOON,
        consent: site,
        request: null,
        undeclared: 'report',
      })
    expect(await growth((length) => `a=1${piece.repeat(length / piece.length)}x`, harden, 8000)).toBeLessThan(LINEAR)
  },
)
