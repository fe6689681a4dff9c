import { defineCookie, type CookieDefinition } from 'assent/core'
import { type } from 'arktype'
import * as v from 'valibot'
import { describe, expectTypeOf, it } from 'vitest'
import { z } from 'zod'

/** The value of a definition. */
type ValueOf<D> = D extends CookieDefinition<infer T> ? T : never
const of = <T>(definition: CookieDefinition<T>): T => definition.default

describe('a cookie by its default', () => {
  it('has a value of the type of the default, widened', () => {
    expectTypeOf(of(defineCookie('a', { default: 'x' }))).toEqualTypeOf<string>()
    expectTypeOf(of(defineCookie('a', { default: 1 }))).toEqualTypeOf<number>()
    expectTypeOf(of(defineCookie('a', { default: false }))).toEqualTypeOf<boolean>()
    expectTypeOf(of(defineCookie('a', { default: { total: 0 } }))).toEqualTypeOf<{ total: number }>()
    expectTypeOf(of(defineCookie('a'))).toEqualTypeOf<string | undefined>()
    expectTypeOf(of(defineCookie('a', { maxAge: 1 }))).toEqualTypeOf<string | undefined>()
  })

  it('has the type that its default is declared with', () => {
    interface Cart {
      items: string[]
    }
    const empty: Cart = { items: [] }
    expectTypeOf(of(defineCookie('a', { default: empty }))).toEqualTypeOf<Cart>()
  })

  it('is no bigint, which no codec reads back', () => {
    // @ts-expect-error a bigint for a default
    defineCookie('a', { default: 1n })
    // @ts-expect-error a bigint in it
    defineCookie('a', { default: { id: 1n } })
    // @ts-expect-error a bigint in a list
    defineCookie('a', { default: { ids: [1n] } })
    // @ts-expect-error a bigint, perhaps
    defineCookie('a', { default: 1 as number | bigint })
    // @ts-expect-error a bigint for a default
    defineCookie('a', { values: [1n], default: 1n })
    // A schema can make one of its text.
    const schema = z.coerce.bigint()
    expectTypeOf(of(defineCookie('a', { schema, default: 0n }))).toEqualTypeOf<bigint>()
  })

  it('may be of any other type', () => {
    interface Tree {
      name: string
      children?: Tree[]
    }
    const tree: Tree = { name: 'a' }
    expectTypeOf(of(defineCookie('a', { default: tree }))).toEqualTypeOf<Tree>()
    expectTypeOf(of(defineCookie('a', { default: [] as readonly string[] }))).toEqualTypeOf<readonly string[]>()
    const record: Record<string, unknown> = {}
    expectTypeOf(of(defineCookie('a', { default: record }))).toEqualTypeOf<Record<string, unknown>>()
    expectTypeOf(of(defineCookie('a', { default: null }))).toEqualTypeOf<null>()
    const whatever: unknown = 1
    expectTypeOf(of(defineCookie('a', { default: whatever }))).toEqualTypeOf<unknown>()
  })

  it('is written with that type alone', () => {
    defineCookie('a', { default: 1 }).encode(2)
    // @ts-expect-error text is no number
    defineCookie('a', { default: 1 }).encode('2')
    // @ts-expect-error a member is missing
    defineCookie('a', { default: { total: 0 } }).encode({})
  })
})

describe('a cookie by its values', () => {
  it('has the literals for a type', () => {
    expectTypeOf(of(defineCookie('a', { values: ['light', 'dark'], default: 'light' }))).toEqualTypeOf<
      'light' | 'dark'
    >()
    expectTypeOf(of(defineCookie('a', { values: [10, 20], default: 10 }))).toEqualTypeOf<10 | 20>()
    expectTypeOf(of(defineCookie('a', { values: ['light', 'dark'] }))).toEqualTypeOf<'light' | 'dark' | undefined>()
  })

  it('takes none but these', () => {
    const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light' })
    theme.encode('dark')
    // @ts-expect-error none of its values
    theme.encode('blue')
    // @ts-expect-error none of its values
    defineCookie('theme', { values: ['light', 'dark'], default: 'blue' })
    // @ts-expect-error an object is no literal
    defineCookie('theme', { values: [{}] })
  })
})

describe('a cookie by a schema', () => {
  it('has the type that the schema gives: zod', () => {
    const schema = z.object({ items: z.array(z.string()), seen: z.coerce.date() })
    interface Output {
      items: string[]
      seen: Date
    }
    expectTypeOf(of(defineCookie('a', { schema }))).toEqualTypeOf<Output | undefined>()
    expectTypeOf(of(defineCookie('a', { schema, default: { items: [], seen: new Date(0) } }))).toEqualTypeOf<Output>()
  })

  it('has the type that the schema gives: valibot', () => {
    const schema = v.object({ items: v.array(v.string()), total: v.number() })
    interface Output {
      items: string[]
      total: number
    }
    expectTypeOf(of(defineCookie('a', { schema }))).toEqualTypeOf<Output | undefined>()
    expectTypeOf(of(defineCookie('a', { schema, default: { items: [], total: 0 } }))).toEqualTypeOf<Output>()
  })

  it('has the type that the schema gives: arktype', () => {
    const schema = type({ items: 'string[]', total: 'number' })
    interface Output {
      items: string[]
      total: number
    }
    expectTypeOf(of(defineCookie('a', { schema }))).toEqualTypeOf<Output | undefined>()
    expectTypeOf(of(defineCookie('a', { schema, default: { items: [], total: 0 } }))).toEqualTypeOf<Output>()
  })

  it('takes a default that fits', () => {
    // @ts-expect-error text is no number
    defineCookie('a', { schema: z.number(), default: 'x' })
    // @ts-expect-error no validator
    defineCookie('a', { schema: { parse: () => 1 } })
  })
})

describe('a definition', () => {
  it('has its name for a type', () => {
    expectTypeOf(defineCookie('theme', { default: 'x' }).name).toEqualTypeOf<'theme'>()
  })

  it('tells the side that may read it', () => {
    expectTypeOf(defineCookie('a').side).toEqualTypeOf<'client'>()
    expectTypeOf(defineCookie('a', { default: 1 }).side).toEqualTypeOf<'client'>()
    expectTypeOf(defineCookie('a', { httpOnly: true }).side).toEqualTypeOf<'server'>()
    expectTypeOf(defineCookie('a', { httpOnly: true, default: 1 }).side).toEqualTypeOf<'server'>()
    expectTypeOf(defineCookie('a', { httpOnly: true, values: ['x'] }).side).toEqualTypeOf<'server'>()
    expectTypeOf(defineCookie('a', { httpOnly: true, schema: z.string() }).side).toEqualTypeOf<'server'>()
    expectTypeOf(defineCookie('a', { signed: true }).side).toEqualTypeOf<'server'>()
    expectTypeOf(defineCookie('a', { signed: true, httpOnly: false, default: 1 }).side).toEqualTypeOf<'server'>()
    expectTypeOf(defineCookie('a', { sealed: true, schema: z.string() }).side).toEqualTypeOf<'server'>()
    expectTypeOf(defineCookie('a', { signed: false, httpOnly: false }).side).toEqualTypeOf<'client'>()
  })

  it('has one source of its codec', () => {
    // @ts-expect-error values and a schema
    defineCookie('a', { values: ['x'], schema: z.string() })
  })

  it('knows its options', () => {
    // @ts-expect-error it is maxAge
    defineCookie('a', { maxage: 60 })
    // @ts-expect-error no SameSite of that name
    defineCookie('a', { sameSite: 'loose' })
    defineCookie('a', { default: [1], equals: (a, b) => a.length === b.length })
  })

  it('is readonly', () => {
    const definition = defineCookie('a', { default: 1 })
    // @ts-expect-error it is readonly
    definition.default = 2
    expectTypeOf<ValueOf<typeof definition>>().toEqualTypeOf<number>()
  })
})
