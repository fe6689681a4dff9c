import { useLayoutEffect, type ReactNode } from 'react'
import sheets from 'virtual:sheets'

/** Gives a page the style sheets of its site, in their order, and only while it is there; our layered sheet is put aside for them. */
export function Site({ styles, children }: { styles: readonly string[]; children: ReactNode }): ReactNode {
  useLayoutEffect(() => {
    const layered = [...document.styleSheets].filter(({ cssRules }) =>
      [...cssRules].some((rule) => rule instanceof CSSLayerBlockRule && rule.name === 'assent'),
    )
    const own = styles.map((name) => {
      const sheet = document.createElement('style')
      sheet.textContent = sheets[name] ?? ''
      document.head.append(sheet)
      return sheet
    })
    for (const sheet of layered) sheet.disabled = true
    return () => {
      for (const sheet of own) sheet.remove()
      for (const sheet of layered) sheet.disabled = false
    }
  }, [styles])
  return children
}
