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

/** Signed by the server, so that nobody else can change it, and hidden from scripts. */
export const visitor = defineCookie('visitor', {
  signed: true,
  maxAge: days(7),
  purpose: 'The name you gave us.',
})

// Both sides import this module.
export const consent = defineConsent({
  version: 1,
  categories: {
    essential: {
      name: 'Essential cookies',
      description: 'Keep your name and this choice.',
      required: true,
      cookies: [visitor],
    },
    functional: { name: 'Functional cookies', description: 'Remember how you like this site.', cookies: [theme] },
    analytics: { name: 'Analytics cookies', description: 'Tell us when you first came.', cookies: [firstVisit] },
  },
  endpoint: '/consent',
  policy: '/about',
})

declare module 'assent' {
  interface Register {
    consent: typeof consent
  }
}
