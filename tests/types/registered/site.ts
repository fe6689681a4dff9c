import { defineConsent, defineCookie } from 'assent'
import { z } from 'zod'

export const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
export const cart = defineCookie('cart', { schema: z.object({ items: z.array(z.string()) }), default: { items: [] } })
export const session = defineCookie('sessionid', { httpOnly: true })

export const site = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: [session, cart, 'csrftoken'] },
    functional: { name: 'Functional', description: '', cookies: [theme, 'language', 'pref_*'] },
    analytics: { name: 'Analytics', description: '', cookies: [{ name: '_ga*', provider: 'Google' }] },
    marketing: { name: 'Marketing', description: '', services: { meta: { name: 'Meta', cookies: ['_fbp'] } } },
  },
})

declare module 'assent' {
  interface Register {
    consent: typeof site
  }
}
