import {
  createConsentStore,
  createMemoryJar,
  defineConsent,
  defineCookie,
  grantFor,
  useConsent,
  useConsentActions,
  useConsentStore,
  useCookie,
  usePreferences,
  type CategoryId,
  type Consent,
  type ConsentState,
  type DefinitionOf,
  type Jar,
  type ServiceId,
} from 'assent'
import { describe, expectTypeOf, it } from 'vitest'
import { z } from 'zod'

const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
const session = defineCookie('sessionid', { httpOnly: true })
const _site = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: '', required: true, cookies: [session] },
    analytics: { name: 'Analytics', description: '', cookies: [theme] },
  },
})
type Site = typeof _site

describe('without a registered declaration', () => {
  it('a category id is any text', function useIds() {
    expectTypeOf<CategoryId>().toEqualTypeOf<string>()
    expectTypeOf(useConsent('anything')).toEqualTypeOf<boolean>()
    expectTypeOf(useConsentStore((state) => state.grant.categories)).toEqualTypeOf<readonly string[]>()
    useConsentActions().save({ categories: ['anything'] })
  })

  it('a service id is any text', () => {
    expectTypeOf<ServiceId>().toEqualTypeOf<string>()
  })

  it('a declaration can be named', function useNamed() {
    useConsent<Site>('analytics')
    // @ts-expect-error undeclared
    useConsent<Site>('marketing')
    // @ts-expect-error undeclared
    useConsentActions<Site>().save({ categories: ['marketing'] })
  })

  it('a cookie name is any text, and its value text', function useNames() {
    expectTypeOf(useCookie('anything')[0]).toEqualTypeOf<string | undefined>()
    expectTypeOf(useCookie('anything', {})[0]).toEqualTypeOf<string | undefined>()
    expectTypeOf(useCookie('count', { default: 0 })[0]).toEqualTypeOf<number>()
    expectTypeOf(useCookie('size', { values: ['s', 'm'] })[0]).toEqualTypeOf<'s' | 'm' | undefined>()
  })

  it('an HttpOnly cookie is none for a page', function useSession() {
    // @ts-expect-error only servers see it
    useCookie(session)
    // @ts-expect-error only servers set it
    useCookie('sessionid', { httpOnly: true })
  })

  it('a signed or sealed cookie is none for a page either', function useSecrets() {
    // @ts-expect-error only servers can sign
    useCookie(defineCookie('cart', { signed: true, default: [0] }))
    // @ts-expect-error readable, and still not to be written by a page
    useCookie(defineCookie('cart', { signed: true, httpOnly: false, default: '' }))
    // @ts-expect-error only servers can read
    useCookie(defineCookie('cart', { sealed: true, schema: z.string() }))
    // @ts-expect-error only servers set it
    useCookie('cart', { signed: true })
    // @ts-expect-error only servers set it
    useCookie('cart', { sealed: true, default: '' })
  })
})

describe('a definition that stands in its declaration', () => {
  const _inline = defineConsent({
    version: 1,
    categories: {
      all: {
        name: '',
        description: '',
        cookies: [
          defineCookie('theme', { values: ['light', 'dark'], default: 'light' }),
          defineCookie('size', { values: [1, 2] }),
          defineCookie('compact', { default: false }),
          defineCookie('cart', { schema: z.object({ total: z.number() }), default: { total: 0 } }),
          defineCookie('language'),
          defineCookie('sessionid', { httpOnly: true }),
        ],
      },
    },
  })
  type Value<Name extends string> = ReturnType<DefinitionOf<Name, typeof _inline>['decode']>

  it('has the value that it would have alone', () => {
    expectTypeOf<Value<'theme'>>().toEqualTypeOf<'light' | 'dark'>()
    expectTypeOf<Value<'size'>>().toEqualTypeOf<1 | 2 | undefined>()
    expectTypeOf<Value<'compact'>>().toEqualTypeOf<boolean>()
    expectTypeOf<Value<'cart'>>().toEqualTypeOf<{ total: number }>()
    expectTypeOf<Value<'language'>>().toEqualTypeOf<string | undefined>()
    expectTypeOf<DefinitionOf<'sessionid', typeof _inline>['side']>().toEqualTypeOf<'server'>()
  })
})

describe('a declaration', () => {
  it('has its ids for types', () => {
    expectTypeOf<Site['ids']>().toEqualTypeOf<readonly ('essential' | 'analytics')[]>()
    expectTypeOf<ReturnType<Site['categoryOf']>>().toEqualTypeOf<'essential' | 'analytics' | undefined>()
    expectTypeOf<DefinitionOf<'theme', Site>>().toEqualTypeOf<typeof theme>()
    expectTypeOf<DefinitionOf<'other', Site>>().toEqualTypeOf<never>()
  })

  it('is any declaration to who takes one', () => {
    expectTypeOf<Site>().toExtend<Consent>()
  })

  it('has any text for ids when it is computed', () => {
    const categories = Object.fromEntries(['a', 'b'].map((id) => [id, { name: id, description: id }]))
    const consent = defineConsent({ version: 1, categories })
    expectTypeOf(consent.ids).toEqualTypeOf<readonly string[]>()
    expectTypeOf(grantFor(undefined, consent, { now: 0 }).categories).toEqualTypeOf<readonly string[]>()
  })

  it('needs a name and a description of each category', () => {
    // @ts-expect-error no description
    defineConsent({ version: 1, categories: { ads: { name: 'Ads' } } })
    // @ts-expect-error no such regime
    defineConsent({ version: 1, categories: { ads: { name: 'Ads', description: '', regime: 'maybe' } } })
    // @ts-expect-error no version
    defineConsent({ categories: { ads: { name: 'Ads', description: '' } } })
  })
})

describe('what is read', () => {
  it('cannot be assigned', function useState() {
    const state = useConsentStore<ConsentState, Consent>((all) => all)
    // @ts-expect-error actions change it
    state.status = 'decided'
    // @ts-expect-error actions change it
    state.grant.categories[0] = 'analytics'
    // @ts-expect-error actions change it
    state.draft.categories = []
    const store = createConsentStore(_site, { jar: createMemoryJar() })
    // @ts-expect-error actions change it
    store.getState().open = true
    expectTypeOf(store).not.toHaveProperty('setState')
    const jar: Jar = createMemoryJar()
    // @ts-expect-error writes go through set
    jar.getAll().theme = 'dark'
  })

  it('selects as it is typed', function useSelected() {
    expectTypeOf(useConsentStore((state) => state.status)).toEqualTypeOf<
      'undecided' | 'decided' | 'outdated' | 'expired'
    >()
    expectTypeOf<ConsentState>().not.toHaveProperty('acceptAll')
  })
})

describe('preferences', () => {
  it('are typed by their defaults, widened', function useAll() {
    const [prefs, setPrefs, { reset, persisted, blocked }] = usePreferences({
      theme: 'light',
      itemsPerPage: 20,
      compact: false,
    })
    expectTypeOf(prefs).toEqualTypeOf<{
      readonly theme: string
      readonly itemsPerPage: number
      readonly compact: boolean
    }>()
    setPrefs({ compact: true })
    setPrefs((current) => ({ itemsPerPage: current.itemsPerPage + 1 }))
    expectTypeOf(reset).toBeCallableWith()
    expectTypeOf([persisted, blocked]).toEqualTypeOf<boolean[]>()
    // @ts-expect-error text is no number
    setPrefs({ itemsPerPage: '50' })
    // @ts-expect-error none of the keys
    setPrefs({ language: 'de' })
    // @ts-expect-error it is readonly
    prefs.compact = true
  })
})
