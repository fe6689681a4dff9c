import { useBasket } from '../use-basket.js'
import { useHref } from '../trying/trying.js'
import { useWords } from '../use-settings.js'
import { KeptUntilYouLeave } from './kept-until-you-leave.js'
import { LanguageSelect } from './language-select.js'
import { ThemeSwitch } from './theme-switch.js'

export function Masthead({ path }: { path: string }) {
  const words = useWords()
  const { count } = useBasket()
  const hrefTo = useHref()
  const links = [
    ['/', words.shop.link],
    ['/workshop', words.workshop.link],
    ['/basket', words.basket.link],
  ] as const
  return (
    <header className="masthead">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <a className="wordmark" href={hrefTo('/')}>
        {words.site}
      </a>
      <nav aria-label={words.menu}>
        <ul>
          {links.map(([href, label]) => (
            <li key={href}>
              <a href={hrefTo(href)} aria-current={path === href ? 'page' : undefined}>
                {label}
                {href === '/basket' && count > 0 && <span className="count"> {count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="controls">
        <LanguageSelect />
        <ThemeSwitch />
      </div>
      <KeptUntilYouLeave />
    </header>
  )
}
