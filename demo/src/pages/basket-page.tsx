import { Price } from '../components/price.js'
import { Speckle, Vessel } from '../components/vessel.js'
import { useBasket } from '../use-basket.js'
import { useHref } from '../trying/trying.js'
import { useWords } from '../use-settings.js'

export function BasketPage() {
  const words = useWords()
  const hrefTo = useHref()
  const { lines, total, isForgetful, setQuantity } = useBasket()
  return (
    <div className="basket">
      <Speckle />
      <h1>{words.basket.title}</h1>
      {lines.length === 0 ? (
        <p className="lead">
          {words.basket.empty} <a href={hrefTo('/')}>{words.basket.look}</a>
        </p>
      ) : (
        <>
          <ul className="lines">
            {lines.map(({ piece, quantity }) => (
              <li key={piece.slug}>
                <span className="plinth">
                  <Vessel piece={piece} />
                </span>
                <a href={hrefTo(`/pieces/${piece.slug}`)}>{piece.name}</a>
                <span className="stepper">
                  <button
                    type="button"
                    aria-label={words.basket.fewer(piece.name)}
                    onClick={() => setQuantity(piece.slug, (before) => before - 1)}
                  >
                    −
                  </button>
                  <output>{quantity}</output>
                  <button
                    type="button"
                    aria-label={words.basket.more(piece.name)}
                    onClick={() => setQuantity(piece.slug, (before) => before + 1)}
                  >
                    +
                  </button>
                </span>
                <Price euros={piece.price * quantity} />
              </li>
            ))}
          </ul>
          <p className="total">
            {words.basket.total} <Price euros={total} />
          </p>
        </>
      )}
      {isForgetful && <p role="status">{words.basket.forgetful}</p>}
      <p className="aside">{words.basket.note}</p>
    </div>
  )
}
