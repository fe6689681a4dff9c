import { useContext, type ReactNode } from 'react'
import { DocsTheme } from '../../.storybook/docs-page.js'
import './site.css'

/** A story, live in a page of its own, as light or dark as the page around it. */
export function Window({ story, title, caption }: { story: string; title: string; caption: string }): ReactNode {
  const theme = useContext(DocsTheme)
  return (
    <figure className="window">
      <iframe src={`./iframe.html?id=${story}&viewMode=story&globals=theme:${theme}`} title={title} />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
