'use client'
import type { ReactNode } from 'react'
import { BeforePaint } from '../../react/before-paint.js'
import { useConsentContext } from '../../react/context.js'
import { Drawn, type PartProps } from '../shared/create-part.js'
import { PreferencesPanel } from '../panel/preferences-panel.js'
import { content } from './content.js'
import { Root, type BannerProps } from './root.js'
import { Saved } from './saved.js'

export type ConsentBannerProps = PartProps<'section'> &
  BannerProps & {
    /** The preferences panel that "Customize" opens. `false` leaves it to you. Default: `<PreferencesPanel />`. */
    panel?: ReactNode
  }

/**
 * Asks for consent until the visitor decides. Put it first in the page, so that keyboards and screen readers reach it early.
 * The style sheet fixes it to an edge. Accept and Reject look the same (EDPB 03/2022). Without a choice nothing is granted.
 * Children replace its content: build them from the parts in `Banner`.
 *
 * Renders a `<section>` element and the `<dialog>` of the panel. With an endpoint it also renders the `<p>` of
 * `Banner.Saved`.
 *
 * @example
 * ```tsx
 * import { Banner, ConsentBanner } from 'assent'
 *
 * export function ShortBanner() {
 *   return (
 *     <ConsentBanner>
 *       <Banner.Title>Cookies?</Banner.Title>
 *       <Banner.Description />
 *       <Banner.Actions />
 *     </ConsentBanner>
 *   )
 * }
 * ```
 */
export function ConsentBanner({ panel = <PreferencesPanel />, children, ...props }: ConsentBannerProps): ReactNode {
  const { endpoint } = useConsentContext().store.consent
  return (
    <>
      <BeforePaint />
      <Root {...props}>{children ?? <Drawn parts={content} />}</Root>
      {endpoint !== undefined && <Saved />}
      {panel}
    </>
  )
}
