import { mixpanel as preset } from 'assent/presets/mixpanel'
import mixpanel from 'mixpanel-browser'
import { expect, it } from 'vitest'
import { expectDeclared, watchWrites } from './watch-writes.js'

it('declares what mixpanel-browser writes', async () => {
  const writes = watchWrites()
  mixpanel.init('0123456789abcdef', { api_host: `${location.origin}/collect`, persistence: 'cookie' })
  mixpanel.track('bought')
  mixpanel.identify('visitor')
  mixpanel.people.set({ plan: 'free' })
  mixpanel.opt_out_tracking()
  mixpanel.opt_in_tracking()
  await expect.poll(writes.cookies).toContain('mp_0123456789abcdef_mixpanel')
  mixpanel.init('0123456789abcdef', { api_host: `${location.origin}/collect`, persistence: 'localStorage' }, 'other')
  await expect.poll(writes.keys).toContain('__mp_opt_in_out_0123456789abcdef')
  await expectDeclared(preset, writes)
})
