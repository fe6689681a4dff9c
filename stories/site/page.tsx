import { Markdown } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'
import './page.css'

interface PageLink {
  readonly title: string
  readonly href: string
}

/** A page of the documentation, as `?page` gives it. */
export interface PageContent {
  readonly text: string
  readonly before?: PageLink
  readonly after?: PageLink
}

/** The anchor of a heading, as GitHub makes it. */
const slugify = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')

export function Page({ page: { text, before, after } }: { page: PageContent }): ReactNode {
  const links = [before && `[← ${before.title}](${before.href})`, after && `[${after.title} →](${after.href})`]
  return (
    <>
      <Markdown options={{ slugify }}>{text}</Markdown>
      <nav aria-label="Pages" className="pages">
        {links.map((link) => link && <Markdown key={link}>{link}</Markdown>)}
      </nav>
    </>
  )
}
