import { PreferencesButton } from 'assent'
import { useHref } from '../trying/trying.js'
import { useWords } from '../use-settings.js'
import { StoredNow } from './stored-now.js'
import { Withdraw } from './withdraw.js'

export function Footer() {
  const words = useWords()
  const hrefTo = useHref()
  return (
    <footer className="footer" id="footer">
      <p className="imprint">{words.imprint}</p>
      <ul className="footer-links">
        <li>
          <a href={hrefTo('/privacy')}>{words.privacy.link}</a>
        </li>
        <li>
          <PreferencesButton className="link">{words.preferences}</PreferencesButton>
        </li>
        <Withdraw />
      </ul>
      <StoredNow />
    </footer>
  )
}
