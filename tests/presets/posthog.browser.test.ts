import { posthog as preset } from 'assent/presets/posthog'
import { posthog as tool } from 'posthog-js'
import { expect, it } from 'vitest'
import { expectDeclared, watchWrites } from './watch-writes.js'

// The types of this version name a package that it does not bring.
const posthog = tool as Record<
  'init' | 'capture' | 'identify' | 'opt_in_capturing' | 'set_config' | 'register_for_session',
  (...args: unknown[]) => unknown
>

it('declares what posthog-js writes', async () => {
  const writes = watchWrites()
  posthog.init('phc_test', {
    api_host: `${location.origin}/collect`,
    persistence: 'localStorage+cookie',
    cross_subdomain_cookie: true,
    disable_external_dependency_loading: true,
    advanced_disable_flags: true,
    opt_out_useragent_filter: true,
  })
  posthog.capture('bought')
  posthog.identify('visitor')
  posthog.opt_in_capturing()
  posthog.set_config({ persistence: 'cookie' })
  posthog.register_for_session({ plan: 'free' })
  await expect.poll(writes.cookies).toContain('ph_phc_test_posthog')
  expect(writes.keys()).toContain('__ph_opt_in_out_phc_test')
  // It writes and removes `test` to see whether it can: too common a name to declare.
  await expectDeclared({ ...preset, storage: [...preset.storage, 'test'] }, writes)
  expect(localStorage.getItem('test')).toBeNull()
})
