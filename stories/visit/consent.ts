import { days, defineConsent, defineCookie } from 'assent'

export const theme = defineCookie('theme', {
  values: ['light', 'dark'],
  default: 'light',
  maxAge: days(365),
  purpose: 'Remembers light or dark',
})

export const cart = defineCookie('shopping_cart', {
  default: { items: 0, total: 0 },
  maxAge: days(7),
  purpose: 'Holds your cart',
})

/** What the stories declare: a shop with analytics and a pixel. */
export const consent = defineConsent({
  version: 2,
  categories: {
    essential: {
      name: 'Essential cookies',
      description: 'Required for basic site functionality.',
      required: true,
      cookies: ['sessionid', 'csrftoken', cart],
    },
    functional: {
      name: 'Functional cookies',
      description: 'Remember your preferences, such as theme and language.',
      cookies: [theme, 'language', 'pref_*'],
    },
    analytics: {
      name: 'Analytics cookies',
      description: 'Help us understand how the site is used, so that we can improve it.',
      cookies: [
        { name: '_ga*', provider: 'Google', purpose: 'Tells visitors apart', duration: '2 years' },
        { name: '_gid', provider: 'Google', purpose: 'Tells visits apart', duration: '1 day' },
      ],
      storage: ['_hj*'],
    },
    marketing: {
      name: 'Marketing cookies',
      description: 'Used to show you relevant advertisements.',
      services: {
        meta: { name: 'Meta Pixel', description: 'Measures which ads lead here.', cookies: ['_fbp', 'fb_*'] },
        uet: { name: 'Microsoft Advertising', cookies: ['_uet*'], storage: ['_uet*'] },
      },
      cookies: ['ad_*'],
    },
  },
  policy: '#privacy',
})

declare module 'assent' {
  interface Register {
    consent: typeof consent
  }
}
