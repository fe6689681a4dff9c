import { ConsentFrame } from 'assent'
import { WatchGate } from '../happening/watch.js'
import { useWords } from '../use-settings.js'

export function WorkshopPage() {
  const words = useWords().workshop
  return (
    <article className="prose">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {words.sections.map(({ heading, text }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <section>
        <h2>{words.find}</h2>
        <p>{words.directions}</p>
        <WatchGate path="/vendor/map.svg" category="marketing" />
        <ConsentFrame service="maps" src="/vendor/map.svg" title={words.mapLabel} width={640} height={320} />
      </section>
    </article>
  )
}
