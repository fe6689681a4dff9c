import { useConsentActions, useConsentStore } from 'assent'
import { consent } from '../consent.js'
import { useWords } from '../use-settings.js'

/** One click takes back what one click gave. Stands only where something is given. */
export function Withdraw() {
  const { rejectAll } = useConsentActions()
  const isGiven = useConsentStore(({ grant }) => grant.categories.some((id) => !isRequired(id)))
  const words = useWords()
  return (
    isGiven && (
      <li>
        <button type="button" className="link" onClick={rejectAll}>
          {words.withdraw}
        </button>
      </li>
    )
  )
}

function isRequired(id: keyof typeof consent.categories): boolean {
  return 'required' in consent.categories[id]
}
