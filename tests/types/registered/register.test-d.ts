import {
  createConsentStore,
  createMemoryJar,
  defineConsent,
  defineCookie,
  parseRecord,
  useConsent,
  useConsentActions,
  useConsentStore,
  useCookie,
  type CategoryConfig,
  type CategoryId,
  type Consent,
  type ConsentFrameProps,
  type ConsentGateProps,
  type ConsentScriptProps,
  type ConsentState,
  type CookieName,
  type ServiceId,
  type WriteResult,
} from 'assent'
import { readConsent } from 'assent/server'
import { grant, type ConsentTestingProviderProps } from 'assent/testing'
import { describe, expectTypeOf, it } from 'vitest'
import { cart, session, site, theme } from './site.js'

type Id = 'essential' | 'functional' | 'analytics' | 'marketing'
const other = defineConsent({
  version: 1,
  categories: { video: { name: 'Video', description: '', cookies: ['vimeo'] } },
})

describe('a category id', () => {
  it('is one of those that are declared', function useIds() {
    expectTypeOf<CategoryId>().toEqualTypeOf<Id>()
    expectTypeOf(useConsent('analytics')).toEqualTypeOf<boolean>()
    // @ts-expect-error misspelt id
    useConsent('analitics')
    // @ts-expect-error any text at all
    useConsent(['analytics'].join())
    expectTypeOf<ConsentGateProps['category']>().toEqualTypeOf<Id | undefined>()
  })

  it('is one of another declaration where that is named', function useIds() {
    expectTypeOf(useConsent<typeof other>('video')).toEqualTypeOf<boolean>()
    // @ts-expect-error of the registered declaration
    useConsent<typeof other>('analytics')
    const { save } = useConsentActions<typeof other>()
    save({ categories: ['video'] })
    // @ts-expect-error of the registered declaration
    save({ categories: ['analytics'] })
  })

  it('is checked in what is saved', function useSave() {
    const { save, acceptAll, setDraft } = useConsentActions()
    expectTypeOf(save({ categories: ['analytics'], services: ['meta'] })).toEqualTypeOf<WriteResult>()
    expectTypeOf(save()).toEqualTypeOf<WriteResult>()
    expectTypeOf(acceptAll).returns.toEqualTypeOf<WriteResult>()
    setDraft({ categories: ['marketing'] })
    // @ts-expect-error undeclared
    save({ categories: ['video'] })
    // @ts-expect-error undeclared
    setDraft({ categories: ['video'] })
  })

  it('comes out of state, records and grants', function useState() {
    expectTypeOf(useConsentStore((state) => state)).toEqualTypeOf<ConsentState<Id>>()
    expectTypeOf(useConsentStore((state) => state.grant.categories)).toEqualTypeOf<readonly Id[]>()
    expectTypeOf(useConsentStore((state) => state.record?.categories)).toEqualTypeOf<readonly Id[] | undefined>()
    expectTypeOf(parseRecord('', site, { now: 0 })?.categories).toEqualTypeOf<readonly Id[] | undefined>()
    expectTypeOf(readConsent(null, site).grant.categories).toEqualTypeOf<readonly Id[]>()
  })

  it('is checked where no React is', () => {
    const store = createConsentStore(other, { jar: createMemoryJar() })
    store.save({ categories: ['video'] })
    // @ts-expect-error of the registered declaration
    store.save({ categories: ['analytics'] })
    grant(site, ['analytics'])
    // @ts-expect-error undeclared
    grant(site, ['video'])
    expectTypeOf<ConsentTestingProviderProps<typeof site>['granted']>().toEqualTypeOf<readonly Id[] | undefined>()
  })
})

describe('a service id', () => {
  it('is one of those that are declared', () => {
    expectTypeOf<ServiceId>().toEqualTypeOf<'meta'>()
    expectTypeOf<ServiceId<typeof other>>().toBeNever()
  })

  it('is any text where a list is not written out', () => {
    expectTypeOf<ServiceId<Consent>>().toEqualTypeOf<string>()
    expectTypeOf<ServiceId<Consent<{ ads: CategoryConfig }>>>().toEqualTypeOf<string>()
  })
})

describe('a condition', () => {
  it('names declared categories and services', function useConditions() {
    expectTypeOf<ServiceId>().toEqualTypeOf<'meta'>()
    expectTypeOf(useConsent({ and: ['analytics', { not: { service: 'meta' } }] })).toEqualTypeOf<boolean>()
    // @ts-expect-error undeclared
    useConsent({ or: ['analytics', { not: 'video' }] })
    // @ts-expect-error undeclared
    useConsent({ service: 'hotjar' })
    expectTypeOf<ServiceId<typeof other>>().toEqualTypeOf<never>()
  })

  it('is one of the three that a component takes', () => {
    expectTypeOf<{ service: 'meta' }>().toExtend<ConsentGateProps>()
    expectTypeOf<{ when: { or: ['analytics', 'marketing'] } }>().toExtend<ConsentGateProps>()
    expectTypeOf<{ fallback: null }>().not.toExtend<ConsentGateProps>()
    expectTypeOf<{ category: 'analytics'; service: 'meta' }>().not.toExtend<ConsentGateProps>()
    expectTypeOf<{ category: 'analytics'; src: '/a.js' }>().toExtend<ConsentScriptProps>()
    expectTypeOf<{ category: 'analytics'; src: '/a.js'; children: 'a()' }>().not.toExtend<ConsentScriptProps>()
    expectTypeOf<{ when: 'analytics'; src: '/a'; title: 'A' }>().not.toExtend<ConsentFrameProps>()
  })
})

describe('a cookie name', () => {
  it('is one of those that are declared, with * for any text', () => {
    expectTypeOf<CookieName>().toEqualTypeOf<
      'sessionid' | 'cart' | 'csrftoken' | 'theme' | 'language' | `pref_${string}` | `_ga${string}` | '_fbp'
    >()
  })

  it('that is undeclared does not compile', function useNames() {
    useCookie('language')
    useCookie('pref_compact', { default: false })
    // @ts-expect-error undeclared
    useCookie('them')
    // @ts-expect-error undeclared, with options
    useCookie('pref', { default: false })
  })

  it('has the value of its definition', function useValues() {
    const [value, setValue, { remove, persisted, blocked, reason }] = useCookie('theme')
    expectTypeOf(value).toEqualTypeOf<'light' | 'dark'>()
    expectTypeOf(setValue('dark')).toEqualTypeOf<WriteResult>()
    setValue((current) => (current === 'dark' ? 'light' : 'dark'))
    // @ts-expect-error none of its values
    setValue('blue')
    // @ts-expect-error none of its values, by an updater
    setValue(() => 'blue')
    expectTypeOf(remove).returns.toEqualTypeOf<WriteResult>()
    expectTypeOf([persisted, blocked]).toEqualTypeOf<boolean[]>()
    expectTypeOf(reason).toEqualTypeOf<
      'consent' | 'undeclared' | 'too-large' | 'invalid-attribute' | 'rejected' | 'shadowed' | undefined
    >()
    expectTypeOf(useCookie('cart')[0]).toEqualTypeOf<{ items: string[] }>()
    expectTypeOf(useCookie('language')[0]).toEqualTypeOf<string | undefined>()
    expectTypeOf(useCookie('pref_x')[0]).toEqualTypeOf<string | undefined>()
  })
})

describe('a definition', () => {
  it('gives its value', function useDefinitions() {
    expectTypeOf(useCookie(theme)[0]).toEqualTypeOf<'light' | 'dark'>()
    const [, setCart] = useCookie(cart)
    setCart({ items: ['cup'] })
    // @ts-expect-error not what the schema gives
    setCart({ items: [1] })
  })

  it('that is in no category is never written, and does not compile', function useSize() {
    const size = defineCookie('size', { default: 1 })
    // @ts-expect-error undeclared
    useCookie(size)
  })

  it('is the only one of its name', function useSecond() {
    // @ts-expect-error two codecs would misread each other's text
    useCookie('theme', { default: 'light' })
    // @ts-expect-error not with its own values either
    useCookie('theme', { values: ['light', 'blue'] })
    useCookie('language', { values: ['en', 'de'], default: 'en' })
  })

  it('of an HttpOnly cookie is none for a page', function useSession() {
    // @ts-expect-error only servers see it
    useCookie(session)
    // @ts-expect-error nor by its name
    useCookie('sessionid')
  })
})
