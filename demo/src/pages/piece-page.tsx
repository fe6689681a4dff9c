import { Price } from '../components/price.js'
import { Speckle, Vessel } from '../components/vessel.js'
import type { Piece } from '../content/pieces.js'
import { useBasket } from '../use-basket.js'
import { useHref } from '../trying/trying.js'
import { useWords } from '../use-settings.js'

export function PiecePage({ piece }: { piece: Piece }) {
  const words = useWords()
  const hrefTo = useHref()
  const { lines, setQuantity } = useBasket()
  const inBasket = lines.find((line) => line.piece === piece)?.quantity ?? 0
  const kind = piece.kind[words.language]
  const number = new Intl.NumberFormat(words.language)
  const facts = [
    [words.piece.height, `${number.format((piece.profile.at(-1)?.[1] ?? 0) / 10)} cm`],
    [words.piece.width, `${number.format(Math.max(...piece.profile.map(([radius]) => radius)) / 5)} cm`],
    [words.piece.capacity, `${number.format(piece.capacity)} l`],
    [words.piece.glaze, words.glazes[piece.glaze]],
  ]
  return (
    <article className="piece">
      <Speckle />
      <div className="plinth">
        <Vessel piece={piece} label={`${piece.name}, ${kind}`} />
      </div>
      <div className="about">
        <p className="kind">{kind}</p>
        <h1>{piece.name}</h1>
        <p className="lead">{piece.note[words.language]}</p>
        <dl className="facts">
          {facts.map(([term, fact]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
        <div className="buy">
          <Price euros={piece.price} />
          <button type="button" className="primary" onClick={() => setQuantity(piece.slug, (quantity) => quantity + 1)}>
            {words.piece.add}
          </button>
        </div>
        <noscript>
          <p>{words.piece.noScript}</p>
        </noscript>
        <p className="added" role="status">
          {inBasket > 0 && (
            <>
              {words.piece.added(inBasket)} <a href={hrefTo('/basket')}>{words.piece.toBasket}</a>
            </>
          )}
        </p>
        <p>
          <a href={hrefTo('/')}>{words.piece.back}</a>
        </p>
      </div>
    </article>
  )
}
