import mixpanel from 'mixpanel-browser'
import type { ThirdPartyPage } from '../fixtures/guarded-site.js'

Object.assign(window, {
  boot() {
    mixpanel.init('token', {
      api_host: new URLSearchParams(location.search).get('collector') ?? '',
      batch_requests: false,
      persistence: 'localStorage',
    })
  },
  track(name) {
    mixpanel.track(name)
  },
} satisfies ThirdPartyPage)
