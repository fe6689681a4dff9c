import { useEffect } from 'react'
import { htmlAttributes } from './html-attributes.js'
import { useTheme, useWords } from './use-settings.js'

/** Keeps what stands outside of React true: the attributes of `<html>`, and the title. */
export function useDocument(title: string): void {
  const { chosen } = useTheme()
  const { language, site } = useWords()
  useEffect(() => {
    for (const [name, value] of Object.entries(htmlAttributes(language, chosen))) {
      if (value === undefined) document.documentElement.removeAttribute(name)
      else document.documentElement.setAttribute(name, value)
    }
    document.title = `${title} · ${site}`
  }, [chosen, language, site, title])
}
