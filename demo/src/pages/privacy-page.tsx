import { CookieTable, PreferencesForm } from 'assent'
import { useWords } from '../use-settings.js'

export function PrivacyPage() {
  const words = useWords().privacy
  return (
    <div className="prose wide">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {words.policy.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <section>
        <h2>{words.choose}</h2>
        <PreferencesForm />
      </section>
      <section>
        <h2 id="cookies">{words.cookies}</h2>
        <div className="scroll" role="region" aria-labelledby="cookies" tabIndex={0}>
          <CookieTable />
        </div>
        <p>
          {words.seeStored} <a href="#stored">{words.drawer}</a>.
        </p>
      </section>
    </div>
  )
}
