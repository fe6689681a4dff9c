import {
  cloneElement,
  createElement,
  forwardRef,
  useMemo,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type JSX,
  type ReactElement,
  type Ref,
  type RefAttributes,
  createContext,
  type Context,
} from 'react'
import { keepPlace } from '../../react/keep-place.js'

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
 * Makes a part: a component of one element, marked by `data-assent`. `useOwn` gives its default props, or `null` to render
 * nothing. The user's props win. The user's handler runs first, and its `preventDefault()` cancels ours. If our `children`
 * are a function, it gets the user's children and wraps them. `omit` names a prop that the element does not get.
 */
export function createPart<T extends Tag, Own = unknown>(
  tag: T,
  name: string,
  useOwn: (props: PartProps<T> & Own) => AnyProps | null,
  omit?: keyof Own & string,
): Part<T, Own> {
  const Component = forwardRef((props: AnyProps, ref) => {
    const own = useOwn(props as PartProps<T> & Own) // forwardRef hides the type that Part declares
    const merged: AnyProps = { 'data-assent': name, ...own }
    const ownRef = merged.ref as Ref<unknown> | undefined
    merged.ref = useMemo(() => joinRefs(ref, joinRefs(ownRef, keepPlace())), [ref, ownRef])
    if (!own) return null
    const { render } = props
    for (const key in props) if (key !== 'render' && key !== omit) merge(merged, key, props[key])
    if (typeof merged.children === 'function') merge(merged, 'children', null)
    if (typeof render === 'function') return (render as (props: AnyProps) => ReactElement)(merged)
    if (!render) return createElement(tag, merged)
    const element = render as ReactElement<AnyProps>
    for (const key in element.props) merge(merged, key, element.props[key])
    return cloneElement(element, merged)
  })
  if (process.env.NODE_ENV !== 'production') Component.displayName = name
  return Component // the props are the same
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

/** Joins two refs. The result may give a clean-up function, which React 19 calls instead of `ref(null)`. */
function joinRefs(theirs: Ref<unknown> | undefined, ours: Ref<unknown> | undefined): Ref<unknown> | undefined {
  if (!ours || !theirs) return ours ?? theirs ?? undefined
  return (element: unknown) => {
    const cleanUps = [setRef(ours, element), setRef(theirs, element)]
    if (!cleanUps.some(Boolean)) return
    return () => [ours, theirs].forEach((ref, i) => (cleanUps[i] ?? (() => setRef(ref, null)))())
  }
}

function setRef(ref: NonNullable<Ref<unknown>>, element: unknown): (() => void) | undefined {
  if (typeof ref === 'function') return ref(element) ?? undefined
  ref.current = element
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
