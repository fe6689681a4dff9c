import { languages } from '../content/words.js'
import { useSettings, useWords } from '../use-settings.js'

export function LanguageSelect() {
  const [{ language }, setSettings] = useSettings()
  const words = useWords()
  return (
    <select
      className="language"
      aria-label={words.languageLabel}
      value={language}
      onChange={({ target }) => void setSettings({ language: target.value })}
    >
      {Object.entries(languages).map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  )
}
