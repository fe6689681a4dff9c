'use client'
import { useContext, useEffect, useRef, type ComponentPropsWithoutRef } from 'react'
import { checkCondition, conditionOf, type Condition, type Requirement } from '../core/decision/condition.js'
import type { Consent } from '../core/declaration/consent.js'
import { memberOf } from '../core/member-of.js'
import type { ScriptPolicy } from '../browser/tags/script-element.js'
import { requestScript } from '../browser/tags/script-registry.js'
import { useConsentContext, WordsContext, useBrowserEffect } from './context.js'

type ScriptAttributes = Pick<
  ComponentPropsWithoutRef<'script'>,
  'async' | 'charSet' | 'crossOrigin' | 'defer' | 'integrity' | 'noModule' | 'referrerPolicy' | 'type'
> & {
  fetchPriority?: 'high' | 'low' | 'auto' | undefined
  [data: `data-${string}`]: string | number | boolean | undefined
}

interface ScriptOptions {
  /** Names an inline script: two of one id are one. */
  id?: string | undefined
  /** Default: the provider's, or that of a script of the page that has one. */
  nonce?: string | undefined
  /** A policy of Trusted Types that the script goes through. Default: one of our own, called `assent`. */
  policy?: ScriptPolicy | undefined
  /** Called when it has loaded, or has run where it is inline; at once where that is so already. */
  onLoad?: ((event?: Event) => void) | undefined
  /** Called with the event of a script that did not load, or with what the policy threw. */
  onError?: ((error: unknown) => void) | undefined
  /** Called when the grant is taken back, before cookies are erased: end here what its code has begun. */
  onRevoke?: (() => void) | undefined
}

interface External {
  src: string
  children?: undefined
}
interface Inline {
  src?: undefined
  /** The script itself. */
  children: string
}

export type ConsentScriptProps = Requirement & (External | Inline) & ScriptOptions & ScriptAttributes

/**
 * Loads a script once its category or service is granted, once however often it is rendered: by its `src`, or by its `id`
 * (its text, without one). Scripts run in the order in which they are rendered, unless they are `async`. It stays when the
 * component goes; when the grant is taken back its element goes, and a later grant loads it again. Renders nothing.
 *
 * @example
 * ```tsx
 * import { ConsentScript } from 'assent'
 *
 * export function Analytics() {
 *   return <ConsentScript category="analytics" src="https://example.com/analytics.js" async data-site="shop" />
 * }
 * ```
 */
export function ConsentScript(props: ConsentScriptProps): null {
  const { store } = useConsentContext()
  const { nonce } = useContext(WordsContext)
  const condition = conditionOf(props)
  if (process.env.NODE_ENV !== 'production') checkCondition(condition, store.consent)
  const latest = useRef({ props, nonce })
  useBrowserEffect(() => {
    latest.current = { props, nonce }
  })
  const key = props.src ?? props.id ?? props.children
  const wanted = JSON.stringify(condition) // one that is written in place is another object each time
  useEffect(
    () =>
      requestScript(store, key, {
        condition: JSON.parse(wanted) as Condition<Consent>, // as it was before
        describe: () => describe(latest.current.props, latest.current.nonce),
        onLoad: (event) => latest.current.props.onLoad?.(event),
        onError: (error) => latest.current.props.onError?.(error),
        onRevoke: () => latest.current.props.onRevoke?.(),
      }),
    [store, key, wanted],
  )
  return null
}

/** What the element does not get as an attribute. */
const NO_ATTRIBUTES = ['category', 'service', 'when', 'src', 'children', 'async', 'nonce', 'policy']

function describe(
  props: ConsentScriptProps,
  given: string | undefined,
): ReturnType<Parameters<typeof requestScript>[2]['describe']> {
  const { src, children, async, policy } = props
  return {
    src,
    text: children,
    async,
    policy,
    nonce: props.nonce ?? given ?? foundNonce(),
    attributes: Object.entries(props).flatMap(([name, value]: [string, unknown]) =>
      NO_ATTRIBUTES.includes(name) || typeof value === 'function' || value === undefined || value === null
        ? []
        : attributeOf(name, value),
    ),
  }
}

/** Gives the nonce of the first script that has one. A wrong one lets nothing in. */
function foundNonce(): string | undefined {
  const script = memberOf(document, 'querySelector').call(document, 'script[nonce]') as HTMLScriptElement | null
  return script?.nonce
}

/** As React has it: a boolean attribute is there or not, in `data-` it is a word. */
function attributeOf(name: string, value: unknown): [name: string, value: string][] {
  if (typeof value !== 'boolean' || name.startsWith('data-')) return [[name, String(value)]]
  return value ? [[name, '']] : []
}
