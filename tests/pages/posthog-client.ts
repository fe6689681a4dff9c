import { posthog } from 'posthog-js'
import type { ThirdPartyPage } from '../fixtures/guarded-site.js'

Object.assign(window, {
  boot() {
    posthog.init('phc_test', {
      api_host: new URLSearchParams(location.search).get('collector') ?? '',
      request_batching: false,
      disable_session_recording: true,
      opt_out_useragent_filter: true,
    })
  },
  track(name) {
    posthog.capture(name)
  },
} satisfies ThirdPartyPage)
