'use client'
import type { ReactNode } from 'react'
import { Categories } from '../shared/categories.js'
import { Signal } from '../shared/notes.js'
import type { PartProps } from '../shared/create-part.js'
import { Actions } from '../panel/content.js'
import { Root, Status } from './root.js'

/**
 * Shows the preferences in the page itself, such as a privacy page. Children replace its content: build them from the parts
 * in `Form`. Renders a `<form>` element.
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
