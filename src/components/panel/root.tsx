'use client'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useBrowserEffect } from '../../react/context.js'
import { useConsentStore } from '../../react/use-consent.js'
import { languageOf } from '../shared/notes.js'
import { takeTicks } from '../shared/ticks.js'
import { PANEL_ID } from '../../core/decision/choice.js'
import { memberOf } from '../../core/member-of.js'
import { createPart, type Part, TitleId } from '../shared/create-part.js'

export interface PanelProps {
  /** How the style sheet shows it from 640 px: in the middle, or as a drawer at the end of the page. Default: `dialog`. */
  layout?: 'dialog' | 'drawer' | undefined
}

/**
 * The preferences, as a modal dialog that Esc closes without a change (WCAG 2.1.2). Renders a `<dialog>` element with a
 * `<form>` in it, and is known by the id `assent-preferences`.
 */
export const Root: Part<'dialog', PanelProps> = createPart(
  'dialog',
  'panel',
  (context, words, { layout }) => {
    const { store, panels } = context
    const open = useConsentStore((state) => state.open)
    const id = useId()
    const form = useRef<HTMLFormElement>(null)
    const [turn, renderAgain] = useState({})
    const place = useRef<Element | null>(null)
    // Without an endpoint nobody can use the form before it is opened by the store, so pages start without its content.
    const [isNeeded, setIsNeeded] = useState(open || store.consent.endpoint !== undefined)
    if (open && !isNeeded) setIsNeeded(true)

    useEffect(() => {
      panels.add(form)
      const isOpen = !!form.current?.closest('dialog')?.open
      if (isOpen) store.openPreferences() // opened before hydration, by a command
      takeTicks(store, form.current, isOpen)
      return () => {
        panels.delete(form)
        // Not to open by itself when it comes again; StrictMode mounts it once more at once.
        queueMicrotask(() => panels.size || store.closePreferences())
      }
    }, [panels, store])

    // A layout effect, which React also undoes where it hides the panel: a modal dialog would leave the page inert.
    useBrowserEffect(() => {
      const dialog = form.current?.closest('dialog')
      place.current ??= dialog?.parentElement ?? null
      if (!dialog) return
      if (open && !dialog.isConnected) place.current?.append(dialog) // a blocker has taken it away, and the visitor asks for it
      const path = open && show(dialog)
      // Somebody else opens or closes it: a command of the page, Esc, a form. What is done here is not observed.
      const observer = new MutationObserver(() => {
        if (dialog.open) store.openPreferences()
        else store.closePreferences()
        renderAgain({}) // the store may ask for the opposite before React has rendered this
      })
      observer.observe(dialog, { attributeFilter: ['open'] })
      return () => {
        observer.disconnect()
        if (!path) return
        hide(dialog)
        queueMicrotask(() => returnFocus(path, dialog)) // when React has removed what goes with it, the opener perhaps
      }
    }, [store, open, turn])

    return {
      id: PANEL_ID,
      'data-nosnippet': '',
      'aria-labelledby': id,
      'data-layout': layout,
      ...words.spoken,
      suppressHydrationWarning: true,
      children: (children: ReactNode) => (
        <form ref={form} data-assent="panel-form" method="post" action={store.consent.endpoint} autoComplete="off">
          {languageOf(context, words)}
          {isNeeded && <TitleId.Provider value={id}>{children}</TitleId.Provider>}
        </form>
      ),
    }
  },
  'layout',
)

/** Opens the dialog, and gives what had the focus. */
function show(dialog: HTMLDialogElement): Element[] {
  const path = pathOfFocus()
  // The style sheet holds the pointer off for a moment, but not where a script opens and presses, as tests do.
  const { userActivation } = navigator as { userActivation?: UserActivation }
  dialog.toggleAttribute('data-settled', userActivation?.isActive === false)
  if (dialog.open || !dialog.isConnected) return path // opened before hydration, or its page is no more
  if ('showModal' in dialog) dialog.showModal()
  else (dialog as HTMLDialogElement).open = true // a DOM of a test may lack the methods
  // Not the button that closes it, which a browser takes first.
  const title = memberOf(dialog, 'querySelector').call(dialog, '[data-assent=title]')
  if (title instanceof HTMLElement) title.focus()
  return path
}

function hide(dialog: HTMLDialogElement): void {
  if ('close' in dialog)
    dialog.close() // none where it has closed by itself
  else (dialog as HTMLDialogElement).open = false
}

/** What has the focus, and all that it stands in, from the inside out. */
function pathOfFocus(): Element[] {
  const path: Element[] = []
  let element = memberOf(document, 'activeElement')
  for (; element; element = memberOf(element, 'parentElement')) path.push(element)
  return path
}

/**
 * Focuses the nearest of a path that is still there, where a dialog has closed and its opener has gone with what was
 * granted, as that in the fallback of a gate does (WCAG 2.4.3). What holds the dialog, too, is the page itself.
 */
function returnFocus(path: readonly Element[], dialog: Element): void {
  const near = path.find(
    (element) => memberOf(element, 'isConnected') && !memberOf(element, 'contains').call(element, dialog),
  )
  if (near === path[0] || !(near instanceof HTMLElement)) return // the browser has focused the opener
  near.tabIndex = -1
  const end = (): void => memberOf(near, 'removeAttribute').call(near, 'tabindex')
  memberOf(near, 'addEventListener').call(near, 'blur', end, { once: true })
  memberOf(near, 'focus').call(near, { preventScroll: true })
}
