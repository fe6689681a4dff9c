import { AnalyticsBrowser } from '@segment/analytics-next'
import { segment } from 'assent/presets/segment'
import { expect, it } from 'vitest'
import { expectDeclared, watchWrites } from './watch-writes.js'

it('declares what @segment/analytics-next writes', async () => {
  const writes = watchWrites()
  const collector = { apiHost: `${location.host}/collect`, protocol: 'http', apiKey: 'key' }
  const analytics = AnalyticsBrowser.load({
    writeKey: 'key',
    cdnSettings: { integrations: { 'Segment.io': collector } },
  })
  await analytics.ready()
  await analytics.identify('visitor', { plan: 'free' })
  await analytics.group('team', { plan: 'free' })
  void analytics.track('bought')
  await expect.poll(writes.cookies).toContain('ajs_anonymous_id')
  window.dispatchEvent(new Event('pagehide'))
  await expectDeclared(segment, writes)
  expect(writes.keys()).toContain('ajs_user_traits')
})
