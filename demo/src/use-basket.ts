import { useCookie } from 'assent'
import { basket } from './consent.js'
import { pieces, type Piece } from './content/pieces.js'

export interface Line {
  readonly piece: Piece
  readonly quantity: number
}

const MOST = 9

/** What is in the basket. It is a cookie, so the server renders it, and other tabs hear of a change. */
export function useBasket() {
  const [{ items }, setBasket, { reason }] = useCookie(basket)
  // A cookie is text from outside: a piece may be sold out since, or never have been.
  const lines = items.flatMap(({ slug, quantity }): Line[] => {
    const piece = pieces.find((one) => one.slug === slug)
    return piece ? [{ piece, quantity }] : []
  })
  return {
    lines,
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total: lines.reduce((sum, { piece, quantity }) => sum + piece.price * quantity, 0),
    /** Whether this browser keeps no cookies, so that the basket ends with the page. */
    isForgetful: reason === 'rejected',
    setQuantity: (slug: string, change: (quantity: number) => number) =>
      setBasket(({ items: before }) => {
        const found = before.find((item) => item.slug === slug)
        const quantity = Math.min(change(found?.quantity ?? 0), MOST)
        const next = { slug, quantity }
        const after = found ? before.map((item) => (item === found ? next : item)) : [...before, next]
        return { items: after.filter((item) => item.quantity > 0) }
      }),
  }
}
