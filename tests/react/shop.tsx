import {
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  days,
  defineConsent,
  defineCookie,
  readSignals,
  stringifyRecord,
  type ConsentProviderProps,
  type ConsentStore,
  type Jar,
} from 'assent'
import type { ReactNode } from 'react'

export const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light', maxAge: days(365) })
export const cart = defineCookie('cart', { default: { items: ['tea'], total: 0 }, maxAge: days(7), maxBytes: 100 })
export const visits = defineCookie('visits', { default: 0 })

export const consent = defineConsent({
  version: 1,
  categories: {
    essential: {
      name: 'Essential',
      description: 'Needed for the site to work.',
      required: true,
      cookies: ['sid', cart],
    },
    functional: { name: 'Functional', description: 'As you like it.', cookies: [theme, 'language', 'pref_*'] },
    analytics: { name: 'Analytics', description: 'How the site is used.', cookies: [visits, 'tracking_*'] },
    marketing: {
      name: 'Marketing',
      description: 'Offers that fit.',
      services: { meta: { name: 'Meta Pixel', cookies: ['_fbp'] } },
    },
  },
  policy: '/privacy',
})

/** A memory jar that tells what was asked of it. */
export interface WatchedJar extends Jar {
  /** Names with text and attributes, as they were written. */
  readonly writes: [name: string, value: string, options: object | undefined][]
  /** How many listen now. */
  readonly listeners: () => number
}

export function watchedJar(header?: string): WatchedJar {
  const jar = createMemoryJar(header)
  const writes: WatchedJar['writes'] = []
  let listeners = 0
  return {
    ...jar,
    writes,
    listeners: () => listeners,
    set(name, value, options) {
      writes.push([name, value, options])
      return jar.set(name, value, options)
    },
    subscribe(listener) {
      const stop = jar.subscribe(listener)
      listeners++
      return () => {
        listeners--
        stop()
      }
    },
  }
}

export interface Shop {
  jar: WatchedJar
  store: ConsentStore
  wrapper: (props: { children: ReactNode }) => ReactNode
}

/** A provider over a jar in memory, for a visitor who granted these categories; without any: who has not decided. */
export function openShop(
  granted?: readonly (typeof consent.ids)[number][],
  cookies = '',
  props: Omit<ConsentProviderProps, 'store' | 'children'> = {},
): Shop {
  const record = granted && {
    categories: ['essential', ...granted],
    timestamp: new Date().toISOString(),
    version: 1,
  }
  const own = record && `cookie_consent=${encodeURIComponent(stringifyRecord(record))}`
  const jar = watchedJar([cookies, own].filter(Boolean).join('; '))
  const store = createConsentStore(consent, { jar, signals: readSignals })
  return {
    jar,
    store,
    wrapper: ({ children }) => (
      <ConsentProvider store={store} {...props}>
        {children}
      </ConsentProvider>
    ),
  }
}
