import { useLayoutEffect, type ReactNode } from 'react'
import sheets from 'virtual:sheets'
import { withoutOwnSheet } from '../../.storybook/own-sheet.js'

/** Gives a page the style sheets of its site, in their order, and only while it is there; our layered sheet is put aside for them. */
export function Site({ styles, children }: { styles: readonly string[]; children: ReactNode }): ReactNode {
  useLayoutEffect(() => {
    const putBack = withoutOwnSheet()
    const own = styles.map((name) => {
      const sheet = document.createElement('style')
      sheet.textContent = sheets[name] ?? ''
      document.head.append(sheet)
      return sheet
    })
    return () => {
      for (const sheet of own) sheet.remove()
      putBack()
    }
  }, [styles])
  return children
}
