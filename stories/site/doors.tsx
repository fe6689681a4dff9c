import { AnchorMdx } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'
import './site.css'

const doors = [
  ['/story/playground--page', 'Playground', 'Layouts, themes, 46 languages, regions: turn each knob.'],
  ['/story/gallery--gallery', 'Gallery', 'Every state of every part, light, dark and from right to left.'],
  ['/story/sites--tailwind-4', 'Sites', 'Inside Tailwind 3 and 4, Bootstrap, dark, dense and Arabic pages.'],
  ['/docs/docs-start-here-getting-started--docs', 'Getting started', 'Install, declare, ask, obey, in five steps.'],
  ['/docs/docs-start-here-looks--docs', 'Looks', 'Style sheets, themes, knobs, and recipes for your framework.'],
  [
    '/docs/docs-frameworks-frameworks--docs',
    'Frameworks',
    'Next.js, React Router, Hono, Express and Vite, step by step.',
  ],
  ['/docs/docs-law-and-privacy-consent-for-developers--docs', 'The law', 'What it asks, and what remains yours.'],
  ['/docs/components-consentbanner--docs', 'Components', 'Each part with its props and its states.'],
  ['/docs/docs-all-pages--docs', 'All pages', 'The index of the documentation.'],
] as const

/** Links to the pages that newcomers need. */
export function Doors(): ReactNode {
  return (
    <ul className="doors">
      {doors.map(([path, name, text]) => (
        <li key={path}>
          <AnchorMdx href={`./?path=${path}`} target="_self">
            {name}
          </AnchorMdx>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  )
}
