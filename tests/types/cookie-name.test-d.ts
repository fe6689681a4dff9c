import { expectTypeOf, it } from 'vitest'
import { defineConsent, type Consent, type CookieName } from 'assent'

it('is any text while no declaration is registered', () => {
  expectTypeOf<CookieName<Consent>>().toEqualTypeOf<string>()
})

it('is what a declaration names', () => {
  const _consent = defineConsent({
    version: 1,
    categories: { ads: { name: 'Ads', description: 'Shows advertising.', cookies: ['ad', 'fb_*'] } },
  })
  expectTypeOf<CookieName<typeof _consent>>().toEqualTypeOf<'ad' | `fb_${string}`>()
})
