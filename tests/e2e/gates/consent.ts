import { defineConsent } from 'assent'

export const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    analytics: { name: 'Analytics', description: 'Measures.' },
    marketing: { name: 'Marketing', description: 'Shows maps.', services: { maps: { name: 'Harbour Maps' } } },
  },
})
