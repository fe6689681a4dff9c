import { AnchorMdx, CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks'
import { useContext, type ReactNode } from 'react'
import { DocsTheme } from '../../.storybook/docs-page.js'
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

function Code({ className, children }: { className?: string; children: string }): ReactNode {
  const dark = { dark: useContext(DocsTheme) === 'dark' } // for the block of code that it renders
  return (
    <CodeOrSourceMdx {...(className !== undefined && { className })} {...dark}>
      {children}
    </CodeOrSourceMdx>
  )
}

const options = { slugify, overrides: { ...HeadersMdx, a: AnchorMdx, code: Code } }

/** A page of the documentation, and the ways to its neighbours. */
export function Page({ page: { text, before, after } }: { page: PageContent }): ReactNode {
  return (
    <>
      <Markdown options={options}>{text}</Markdown>
      <nav aria-label="Pages" className="pages">
        {before && (
          <AnchorMdx href={before.href} target="_self">
            ← {before.title}
          </AnchorMdx>
        )}
        {after && (
          <AnchorMdx href={after.href} target="_self">
            {after.title} →
          </AnchorMdx>
        )}
      </nav>
    </>
  )
}
