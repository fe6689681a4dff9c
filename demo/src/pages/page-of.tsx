import type { ReactNode } from 'react'
import { pieces } from '../content/pieces.js'
import type { Words } from '../content/words.js'
import { BasketPage } from './basket-page.js'
import { NotFoundPage } from './not-found-page.js'
import { PiecePage } from './piece-page.js'
import { PrivacyPage } from './privacy-page.js'
import { ShopPage } from './shop-page.js'
import { WorkshopPage } from './workshop-page.js'

export interface Page {
  /** 404 for an address where nothing is. */
  readonly status?: 404
  readonly title: (words: Words) => string
  readonly render: () => ReactNode
}

const pages: Readonly<Record<string, Page>> = {
  '/': { title: ({ shop }) => shop.title, render: () => <ShopPage /> },
  // The same page as a CDN would keep it: rendered once, for everyone.
  '/static': { title: ({ shop }) => shop.title, render: () => <ShopPage /> },
  '/workshop': { title: ({ workshop }) => workshop.title, render: () => <WorkshopPage /> },
  '/basket': { title: ({ basket }) => basket.title, render: () => <BasketPage /> },
  '/privacy': { title: ({ privacy }) => privacy.title, render: () => <PrivacyPage /> },
}

const notFound: Page = { status: 404, title: (words) => words.notFound.title, render: () => <NotFoundPage /> }

/** The page at a path. */
export function pageOf(path: string): Page {
  if (Object.hasOwn(pages, path)) return pages[path] ?? notFound
  const piece = pieces.find(({ slug }) => path === `/pieces/${slug}`)
  return piece ? { title: () => piece.name, render: () => <PiecePage piece={piece} /> } : notFound
}
