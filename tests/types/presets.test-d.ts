import { defineConsent, type Consent, type CookieName, type ServiceConfig } from 'assent'
import { hotjar } from 'assent/presets/hotjar'
import { metaPixel } from 'assent/presets/meta-pixel'
import { expectTypeOf, it } from 'vitest'
import { presets } from '../presets/all-presets.js'

it('are services', () => {
  expectTypeOf(presets).toExtend<Record<string, ServiceConfig>>()
})

it('make types of their cookies', () => {
  const _consent = defineConsent({
    version: 1,
    categories: { tools: { name: 'Tools', description: 'Both of them.', services: { hotjar, metaPixel } } },
  })
  expectTypeOf(_consent).toExtend<Consent>()
  type Hotjar = `_hjSessionUser_${string}` | `_hjSession_${string}` | '_hjUserAttributesHash' | `_hj${string}`
  expectTypeOf<CookieName<typeof _consent>>().toEqualTypeOf<'_fbp' | '_fbc' | Hotjar>()
})
