import { useHref } from '../trying/trying.js'
import { useWords } from '../use-settings.js'

export function NotFoundPage() {
  const words = useWords()
  const hrefTo = useHref()
  return (
    <div className="prose">
      <h1>{words.notFound.title}</h1>
      <p className="lead">
        {words.notFound.text} <a href={hrefTo('/')}>{words.piece.back}</a>
      </p>
    </div>
  )
}
