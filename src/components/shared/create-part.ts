import {
  createContext,
  forwardRef,
  useContext,
  useMemo,
  type ComponentPropsWithoutRef,
  type Context,
  type ElementType,
  type ForwardRefExoticComponent,
  type JSX,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefAttributes,
  type RefObject,
} from 'react'
import { jsx } from 'react/jsx-runtime'
import { isServer, useConsentContext, type ConsentContextValue } from '../../react/context.js'
import { keepPlace } from '../../react/keep-place.js'
import { useWords, type Words } from './use-words.js'

type Tag = keyof JSX.IntrinsicElements
type ElementOf<T extends Tag> = JSX.IntrinsicElements[T] extends React.DetailedHTMLProps<infer _, infer E> ? E : never
type AnyProps = Record<string, unknown>

/** The props of every part: those of its element, and `render` to replace that element. */
export type PartProps<T extends Tag> = ComponentPropsWithoutRef<T> & {
  /** The element to render instead, or a function that gets this part's props and gives an element. */
  render?: ReactElement | ((props: AnyProps) => ReactElement) | undefined
}

/** A component that renders one element, and forwards `ref`, `className`, `style` and the rest to it. */
export type Part<T extends Tag, Own = unknown> = ForwardRefExoticComponent<
  PartProps<T> & Own & RefAttributes<ElementOf<T>>
>

/**
 * The markup of a part: its tag, its `data-assent`, and a function that gives its default props, or `null` to render
 * nothing. {@link createPart} makes a component of it, and {@link Drawn} elements: what we compose ourselves needs no component
 * for each of them.
 */
export type Markup<T extends Tag = Tag> = readonly [
  tag: T,
  name: string | undefined,
  own: (context: ConsentContextValue, words: Words) => AnyProps | null,
]

/** Draws parts one after the other, as they are by default. Call it while rendering, and always: `own` may use hooks. */
export function draw(parts: Parts, context: ConsentContextValue, words: Words): ReactNode[] {
  return parts.map((part) => {
    if ('type' in part) return part
    const [tag, name, own] = part
    const props = own(context, words)
    return props && jsx(tag, { 'data-assent': name, ...props }, name)
  })
}

/** What {@link draw} takes: markup, or an element with a key: a component for what comes and goes, which others may remove. */
export type Parts = readonly (Markup | ReactElement)[]

/** Draws the default content of what stands around it. */
export function Drawn({ parts }: { parts: Parts }): ReactNode {
  return draw(parts, useConsentContext(), useWords())
}

/** The markup of a part that holds others. */
export function holder<T extends Tag>(tag: T, name: string, parts: Parts): Markup<T> {
  return [tag, name, (context, words) => ({ children: draw(parts, context, words) })]
}

/** The markup of a description: a text, and the link to the policy. */
export function descriptionOf(textOf: (context: ConsentContextValue, words: Words) => string): Markup<'p'> {
  return [
    'p',
    'description',
    (context, words) => ({ children: [`${textOf(context, words)} `, ...draw([policyLink], context, words)] }),
  ]
}

/** The markup of the link to the policy. */
export const policyLink: Markup<'a'> = [
  'a',
  'policy',
  ({ store }, { policy: children }) => {
    const { policy } = store.consent
    return policy === undefined ? null : { href: policy, children }
  },
]

/** The markup of a title, which names the banner or the panel around it. That of the panel takes the focus when it opens. */
export function titleOf(word: 'title' | 'preferences'): Markup<'h2'> {
  return [
    'h2',
    'title',
    (_, words) => ({ id: useContext(TitleId), tabIndex: word === 'title' ? undefined : -1, children: words[word] }),
  ]
}

/**
 * Makes a part: a component of one element, marked by `data-assent`. `own` gives its default props, or `null` to render
 * nothing, and may use hooks. The user's props win. The user's handler runs first, and its `preventDefault()` cancels ours.
 * If our `children` are a function, it gets the user's children and wraps them. `omit` names a prop that the element does
 * not get.
 */
export function createPart<T extends Tag, Own = unknown>(
  tag: T,
  name: string | undefined,
  own: (context: ConsentContextValue, words: Words, props: PartProps<T> & Own) => AnyProps | null,
  omit?: keyof Own & string,
): Part<T, Own> {
  const Component = forwardRef((props: AnyProps, ref) => {
    // forwardRef hides the type that Part declares
    const ours = own(useConsentContext(), useWords(), props as PartProps<T> & Own)
    const joined = useJoined(ref, ours?.ref as RefObject<Element | null> | undefined)
    if (!ours) return null
    const merged: AnyProps = { 'data-assent': name, ...ours, ref: joined }
    const { render } = props
    for (const key in props) if (key !== 'render' && key !== omit) merge(merged, key, props[key])
    if (typeof merged.children === 'function') merge(merged, 'children', null)
    if (typeof render === 'function') return (render as (props: AnyProps) => ReactElement)(merged)
    if (!render) return jsx(tag, merged)
    const element = render as ReactElement<AnyProps>
    for (const key in element.props) merge(merged, key, element.props[key])
    return jsx(element.type as ElementType, merged, element.key ?? undefined)
  })
  if (process.env.NODE_ENV !== 'production') Component.displayName = name ?? tag
  return Component // the props are the same
}

/** Makes a part of its markup. Mark the call as pure: a page that draws the markup does without the component. */
export function partOf<T extends Tag>(markup: Markup<T>): Part<T> {
  return createPart(...markup)
}

/** Merges a prop of the user into ours. Handlers, refs, classes and styles are combined, and our children wrap the user's. */
function merge(props: AnyProps, key: string, theirs: unknown): void {
  const ours = props[key]
  if (theirs === undefined) return
  if (key === 'style') props.style = Object.assign({}, ours, theirs)
  else if (key === 'ref') props.ref = joinRefs(theirs as Ref<unknown>, ours as Ref<unknown>)
  else if (key === 'className' && ours) props.className = `${ours as string} ${theirs as string}`
  else if (typeof ours !== 'function') props[key] = theirs
  else if (key === 'children') props.children = (ours as (children: unknown) => unknown)(theirs)
  else if (typeof theirs === 'function') props[key] = chain(theirs as Handler, ours as Handler)
}

const useJoined: (theirs: Ref<unknown>, own: RefObject<Element | null> | undefined) => Ref<unknown> = isServer
  ? () => null
  : (theirs, own) => useMemo(() => joinRefs(theirs, keepPlace(own)), [theirs, own])

/** Joins two refs. The result may give a clean-up function, which React 19 calls instead of `ref(null)`. */
function joinRefs(theirs: Ref<unknown> | undefined, ours: Ref<unknown>): Ref<unknown> {
  if (!theirs) return ours
  return (element) => {
    const cleanUps = [setRef(ours, element), setRef(theirs, element)]
    if (!cleanUps.some(Boolean)) return
    return () => [ours, theirs].forEach((ref, i) => (cleanUps[i] ?? (() => setRef(ref, null)))())
  }
}

function setRef(ref: Ref<unknown>, element: unknown): (() => void) | undefined {
  if (typeof ref === 'function') return ref(element) ?? undefined
  if (ref) ref.current = element
  return undefined
}

type Handler = (event: { defaultPrevented: boolean }) => void

function chain(first: Handler, second: Handler): Handler {
  return (event) => {
    first(event)
    if (!event.defaultPrevented) second(event)
  }
}

/** The id of a title, so that it names the banner or the panel around it. */
export const TitleId: Context<string | undefined> = createContext<string | undefined>(undefined)
