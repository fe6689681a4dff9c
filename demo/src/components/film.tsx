import { ConsentFrame, enFrame, Frame } from 'assent'
import { WatchGate } from '../happening/watch.js'
import { useBannerWords, useWords } from '../use-settings.js'

/** A film of another company, which learns of whoever loads it. Until then, a picture of our own stands there. */
export function Film() {
  const words = useWords().shop
  const banner = useBannerWords()
  return (
    <section className="film" aria-labelledby="film">
      <div>
        <h2 id="film">{words.film}</h2>
        <p>{words.filmNote}</p>
      </div>
      <WatchGate path="/vendor/film.html" category="marketing" />
      <ConsentFrame category="marketing" src="/vendor/film.html" title={words.film} poster="/film-poster.svg">
        <Frame.Title />
        <Frame.Description>{(banner?.frame ?? enFrame.frame).replace('{name}', 'Kettle Film')}</Frame.Description>
        <Frame.Actions />
      </ConsentFrame>
    </section>
  )
}
