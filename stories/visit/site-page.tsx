import { PreferencesButton } from 'assent'
import type { ReactNode } from 'react'
import './site-page.css'

export interface SiteWords {
  readonly name: string
  readonly nav: readonly string[]
  readonly title: string
  readonly text: string
  readonly items: readonly (readonly [name: string, price: string])[]
  readonly rights: string
}

const english: SiteWords = {
  name: 'Kiln & Clay',
  nav: ['Bowls', 'Plates', 'Workshop', 'Visit us'],
  title: 'Stoneware, thrown by hand',
  text: 'Each piece is glazed with ash from our own orchard, and fired once, in wood. None is like another.',
  items: [
    ['Rice bowl', '38 €'],
    ['Tea bowl', '44 €'],
    ['Dinner plate', '52 €'],
    ['Jug, one litre', '76 €'],
  ],
  rights: 'Kiln & Clay, Lindenstraße 4',
}

/** A page of a shop, to see our parts where they stand. `look` is its style: `dark`, `dense`, or calm. */
export function SitePage({
  words = english,
  look,
  children,
}: {
  words?: SiteWords
  look?: 'dark' | 'dense'
  children?: ReactNode
}): ReactNode {
  return (
    <div className="shop" data-look={look}>
      {children}
      <header>
        <strong>{words.name}</strong>
        <nav>
          {words.nav.map((item) => (
            <a key={item} href="#shop">
              {item}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <ul>
          {words.items.map(([name, price], i) => (
            <li key={name}>
              <Piece hue={i} />
              <span>{name}</span> <span>{price}</span>
            </li>
          ))}
        </ul>
      </main>
      <footer>
        <span>{words.rights}</span>
        <PreferencesButton />
      </footer>
    </div>
  )
}

const glazes = ['#5d7f6a', '#b98b5e', '#49657d', '#8d5b4c']

/** A vessel, drawn. */
function Piece({ hue }: { hue: number }): ReactNode {
  return (
    <svg viewBox="0 0 160 120" aria-hidden="true">
      <rect width="160" height="120" fill="light-dark(#f1efea, #2a2b2f)" />
      <path d="M38 46H122Q118 92 92 96H68Q42 92 38 46Z" fill={glazes[hue % glazes.length]} />
      <ellipse cx="80" cy="46" rx="42" ry="9" fill="light-dark(#fbfaf7, #17181b)" opacity=".55" />
    </svg>
  )
}
