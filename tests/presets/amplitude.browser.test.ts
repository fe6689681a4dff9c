import * as amplitude from '@amplitude/analytics-browser'
import { amplitude as preset } from 'assent/presets/amplitude'
import { expect, it } from 'vitest'
import { expectDeclared, watchWrites } from './watch-writes.js'

it('declares what @amplitude/analytics-browser writes', async () => {
  const writes = watchWrites()
  const started = amplitude.init('0123456789abcdef', 'visitor', {
    serverUrl: `${location.origin}/collect`,
    remoteConfig: { fetchRemoteConfig: false },
    enableDiagnostics: false,
    autocapture: true,
  })
  await started.promise
  amplitude.track('bought')
  await expect.poll(writes.cookies).toContain('AMP_0123456789')
  expect(writes.cookies()).toContain('AMP_MKTG_0123456789')
  await expectDeclared(preset, writes)
  expect(writes.keys()).toContain('AMP_unsent_0123456789')
})
