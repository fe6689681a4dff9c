import { Film } from '../components/film.js'
import { Price } from '../components/price.js'
import { Speckle, Vessel } from '../components/vessel.js'
import { pieces } from '../content/pieces.js'
import { useHref } from '../trying/trying.js'
import { useSettings, useWords } from '../use-settings.js'

export function ShopPage() {
  const words = useWords()
  const hrefTo = useHref()
  const [{ compact }, setSettings] = useSettings()
  return (
    <>
      <Speckle />
      <div className="opening">
        <h1>{words.shop.title}</h1>
        <p className="lead">{words.shop.lead}</p>
      </div>
      <figure className="shelf">
        <div className="board">
          {pieces.map((piece) => (
            <Vessel key={piece.slug} piece={piece} />
          ))}
        </div>
        <figcaption>{words.shop.toScale}</figcaption>
      </figure>
      <section aria-labelledby="pieces">
        <div className="heading">
          <h2 id="pieces">{words.shop.heading}</h2>
          <button
            type="button"
            className="toggle"
            aria-pressed={compact}
            onClick={() => setSettings({ compact: !compact })}
          >
            {words.shop.compact}
          </button>
        </div>
        <ul className="pieces" data-compact={compact || undefined}>
          {pieces.map((piece) => (
            <li key={piece.slug}>
              <a className="card" href={hrefTo(`/pieces/${piece.slug}`)}>
                <span className="plinth">
                  <Vessel piece={piece} />
                </span>
                <span className="name">{piece.name}</span>
                <span className="kind">{piece.kind[words.language]}</span>
                <Price euros={piece.price} />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Film />
    </>
  )
}
