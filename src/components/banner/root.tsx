'use client'
import { useId, useRef, type ReactNode } from 'react'
import { useBrowserEffect } from '../../react/context.js'
import { keepRoom } from '../../react/own-sheets.js'
import { useConsentStore } from '../../react/use-consent.js'
import { languageOf } from '../shared/notes.js'
import { createPart, type Part, TitleId } from '../shared/create-part.js'

export interface BannerProps {
  /**
   * How the style sheet shows it from 640 px: as a card in a corner, a bar along the edge, in the middle (not modal), or where
   * it stands in the page, at every width. Default: `card`.
   */
  layout?: 'card' | 'bar' | 'dialog' | 'inline' | undefined
}

/**
 * The banner, while the visitor is asked or given notice: a region that its title names, not modal, and without taking focus.
 * Renders a `<section>` element with `data-asking` and a `<form>` in it, and a mark at its end by which the style sheet tells a banner that
 * the browser has read to the end: half of one would jump when the rest comes.
 */
export const Root: Part<'section', BannerProps> = createPart(
  'section',
  'banner',
  (context, words, { layout }) => {
    const asking = useConsentStore((state) => state.asking)
    const id = useId()
    const banner = useRef<HTMLElement>(null)
    // A layout effect, which React also undoes where it hides the banner.
    useBrowserEffect(() => (banner.current ? keepRoom(banner.current) : undefined), [asking])
    if (!asking) return null
    return {
      ref: banner,
      'data-nosnippet': '', // search engines would quote it
      'aria-labelledby': id,
      'data-asking': asking,
      'data-layout': layout,
      ...words.spoken,
      children: (children: ReactNode) => (
        <TitleId.Provider value={id}>
          <form data-assent="banner-form" method="post" action={context.store.consent.endpoint} autoComplete="off">
            {languageOf(context, words)}
            {children}
          </form>
          <span data-assent="end" hidden />
        </TitleId.Provider>
      ),
    }
  },
  'layout',
)
