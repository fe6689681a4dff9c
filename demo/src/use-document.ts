import { useEffect } from 'react'
import { htmlAttributes } from './html-attributes.js'
import { themeHref, type Options } from './trying/options.js'
import { useTheme, useWords } from './use-settings.js'

/** Keeps what stands outside of React true: the attributes of `<html>`, the title, and the style sheet of the look. */
export function useDocument(title: string, look: Options['theme']): void {
  const { chosen } = useTheme()
  const { language, site } = useWords()
  useEffect(() => {
    for (const [name, value] of Object.entries(htmlAttributes(language, chosen, look))) {
      if (value === undefined) document.documentElement.removeAttribute(name)
      else document.documentElement.setAttribute(name, value)
    }
    document.title = `${title} · ${site}`
  }, [chosen, language, look, site, title])
  useEffect(() => {
    const href = themeHref(look)
    const before = document.getElementById('look')
    if (before?.getAttribute('href') === href || (!before && !href)) return
    if (!href) return before?.remove()
    const link = Object.assign(document.createElement('link'), { id: 'look', rel: 'stylesheet', href })
    // The old one stays until the new one is here, so nothing flashes.
    link.addEventListener('load', () => before?.remove(), { once: true })
    document.head.append(link)
  }, [look])
}
