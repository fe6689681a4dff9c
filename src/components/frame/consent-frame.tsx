'use client'
import {
  forwardRef,
  useId,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { conditionOf, ownersIn, type Requirement } from '../../core/decision/condition.js'
import type { Consent } from '../../core/declaration/consent.js'
import { isWebUrl } from '../../core/web-url.js'
import { useConsentContext } from '../../react/context.js'
import { useConsent } from '../../react/use-consent.js'
import { Actions, Description, FrameContext, Title, useFrameWords } from './content.js'
import { createPart } from '../shared/create-part.js'
import { useShown } from './use-shown.js'

type IframeProps = Pick<
  ComponentPropsWithoutRef<'iframe'>,
  'allow' | 'allowFullScreen' | 'loading' | 'name' | 'referrerPolicy' | 'sandbox'
>

interface FrameOptions extends IframeProps {
  src: string
  /** What it shows: its accessible name, and the heading of what stands in its place until then. */
  title: string
  /** The frame fills the width that it has; `width` and `height`, in pixels, give their ratio. Default: 16 to 9. */
  width?: number | undefined
  height?: number | undefined
  /** A picture for the background until then. Keep it on your own site: the frame's would learn of the visit. */
  poster?: string | undefined
  /** What stands there until then. Default: `Frame.Title`, `Frame.Description`, `Frame.Actions`. */
  children?: ReactNode
}

/** A category or a service: the other props go to the `<div>`. */
export type ConsentFrameProps = Exclude<Requirement, { when: unknown }> &
  FrameOptions &
  Omit<ComponentPropsWithoutRef<'div'>, keyof FrameOptions>

/**
 * Shows an `<iframe>` only after its category or service is granted. Until then it says what it would show, offers to show
 * it once or always, and sends no request to its host. Renders a `<div>` element, and the `<iframe>` in it.
 *
 * @example
 * ```tsx
 * import { ConsentFrame } from 'assent'
 *
 * export function Video() {
 *   return <ConsentFrame category="marketing" src="https://example.com/video" title="How we glaze a bowl" poster="/bowl.jpg" />
 * }
 * ```
 */
export const ConsentFrame: ForwardRefExoticComponent<ConsentFrameProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  ConsentFrameProps
>(function ConsentFrame(props, ref) {
  const { category, service, when: _, src, title, width = 16, height = 9, poster, children, ...others } = props
  const { allow, allowFullScreen, loading, name, referrerPolicy, sandbox, ...rest } = others
  const condition = conditionOf(props)
  const isGranted = useConsent<Consent>(condition)
  const { consent } = useConsentContext().store
  const [owner = { category: '' }] = ownersIn(condition, consent)
  const { isShownOnce, frame, showOnce, showAlways } = useShown(owner)
  const words = useFrameWords(owner, src)
  const [titleId, descriptionId] = [useId(), useId()]
  const isShown = isGranted || isShownOnce
  const size = { width: props.width, height: props.height }
  return (
    <Root
      {...rest}
      ref={ref}
      role={isShown ? undefined : 'group'}
      aria-labelledby={isShown ? undefined : titleId}
      data-category={category}
      data-service={service}
      data-shown={isShown ? '' : undefined}
    >
      <svg data-assent="ratio" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" />
      {isShown ? (
        <Iframe
          ref={frame}
          {...{ allow, allowFullScreen, loading, name, referrerPolicy, sandbox, ...size }}
          src={isWebUrl(src) ? src : undefined}
          title={title}
        />
      ) : (
        <FrameContext.Provider value={{ title, titleId, descriptionId, words, showOnce, showAlways }}>
          {poster !== undefined && <Poster src={poster} />}
          <Placeholder>
            {children ?? (
              <>
                <Title />
                <Description />
                <Actions />
              </>
            )}
          </Placeholder>
        </FrameContext.Provider>
      )}
    </Root>
  )
})

const Root = createPart('div', 'frame', () => ({}))
const Iframe = createPart('iframe', undefined, () => ({}))
const Poster = createPart('img', 'poster', () => ({ alt: '', loading: 'lazy', decoding: 'async' }))
const Placeholder = createPart('div', 'placeholder', () => ({ 'data-nosnippet': '' }))
