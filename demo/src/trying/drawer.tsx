import { useLog } from '../happening/log.js'
import { runCarelessScript } from '../happening/careless-script.js'
import { CHOICES, hrefOf, names, RELOADING, type OptionName } from './options.js'
import { useTrying } from './trying.js'

/** What the switches are called. */
const TITLES: Readonly<Record<OptionName, string>> = {
  layout: 'Banner',
  panel: 'Preferences',
  theme: 'Look',
  language: 'Banner speaks',
  region: 'Visitor is in',
  gpc: 'Global Privacy Control',
  guard: 'Guard',
  scripts: 'JavaScript',
}

/** What their values are called, where not as themselves. */
const VALUES: Readonly<Record<string, string>> = {
  card: 'Card',
  bar: 'Bar',
  dialog: 'Dialog',
  inline: 'Inline',
  drawer: 'Drawer',
  shop: 'This shop',
  plain: 'Plain',
  round: 'Round',
  material: 'Material',
  shadcn: 'shadcn/ui',
  contrast: 'Contrast',
  page: 'As the page',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  pl: 'Polski',
  ar: 'العربية',
  ja: '日本語',
  DE: 'Germany: asks first',
  'US-CA': 'California: informs',
  on: 'On',
  off: 'Off',
}

/** The switches. Each is a link, so that they work without scripts. */
export function Drawer() {
  const { path, options, change } = useTrying()
  const log = useLog()
  return (
    <div className="drawer">
      <div className="switches">
        {names.map((name) => (
          <section key={name} aria-labelledby={`try-${name}`}>
            <h3 id={`try-${name}`}>{TITLES[name]}</h3>
            <ul>
              {CHOICES[name].map((value) => {
                const next = { ...options, [name]: value }
                const isLive = !RELOADING.includes(name) && options.scripts === 'on'
                // What a cache keeps for everyone has no signal of a visitor.
                const place = name === 'gpc' && path === '/static' ? '/' : path
                return (
                  <li key={value}>
                    <a
                      href={hrefOf(place, next, true)}
                      aria-current={options[name] === value ? 'true' : undefined}
                      lang={name === 'language' && value !== 'page' ? value : undefined}
                      onClick={(event) => {
                        if (!isLive || event.metaKey || event.ctrlKey || event.shiftKey) return
                        event.preventDefault()
                        void change(next)
                      }}
                    >
                      {VALUES[value] ?? value}
                    </a>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </div>
      <p className="note">
        Region, signal, guard and JavaScript load the page again. All of it stands in the address, none of it in a
        cookie. <a href={`${path}?try=open`}>Start over</a>
      </p>
      {options.scripts === 'on' && (
        <p className="note">
          <button type="button" className="secondary" onClick={() => runCarelessScript(log)}>
            Run a careless script
          </button>{' '}
          It sets an analytics cookie and reports the visit, and asks nobody. The guard holds it until analytics are
          allowed.
        </p>
      )}
    </div>
  )
}
