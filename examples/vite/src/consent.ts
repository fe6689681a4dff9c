import { days, defineConsent, defineCookie } from 'assent/core'

export const theme = defineCookie('theme', {
  values: ['light', 'dark'],
  default: 'light',
  maxAge: days(365),
  purpose: 'Remembers the theme you chose.',
})

export const firstVisit = defineCookie('first_visit', {
  maxAge: days(365),
  purpose: 'The day you first came.',
})

// No endpoint: there is no server that could take the choice, so the browser keeps it.
export const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential cookies', description: 'Keep this choice.', required: true },
    functional: { name: 'Functional cookies', description: 'Remember how you like this site.', cookies: [theme] },
    analytics: { name: 'Analytics cookies', description: 'Tell us when you first came.', cookies: [firstVisit] },
  },
  policy: '/#cookies',
})

declare module 'assent' {
  interface Register {
    consent: typeof consent
  }
}
