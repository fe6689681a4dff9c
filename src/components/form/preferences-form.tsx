'use client'
import type { ReactNode } from 'react'
import { Categories } from '../choices/categories.js'
import { Signal } from '../choices/signal.js'
import type { PartProps } from '../create-part.js'
import { Actions } from '../panel/actions.js'
import { Root } from './root.js'
import { Status } from './status.js'

/**
 * The preferences in the page itself, for a privacy page. Children replace what it holds: build them of the parts in
 * `Form`. Renders a `<form>` element.
 *
 * @example
 * ```tsx
 * import { PreferencesForm } from 'assent'
 *
 * export function Privacy() {
 *   return (
 *     <main>
 *       <h1>Privacy</h1>
 *       <PreferencesForm />
 *     </main>
 *   )
 * }
 * ```
 */
export function PreferencesForm({ children, ...props }: PartProps<'form'>): ReactNode {
  return (
    <Root {...props}>
      {children ?? (
        <>
          <Signal />
          <Categories />
          <Actions />
          <Status />
        </>
      )}
    </Root>
  )
}
