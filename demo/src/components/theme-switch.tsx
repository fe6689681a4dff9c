import { useTheme, useWords } from '../use-settings.js'

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme()
  const words = useWords()
  const isDark = theme === 'dark'
  return (
    <button
      type="button"
      role="switch"
      className="theme"
      aria-checked={isDark}
      aria-label={words.theme}
      onClick={() => setTheme(isDark ? 'light' : 'dark')}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle className="disc" cx="10" cy="10" r="7.25" />
        <path className="half" d="M10 2.75a7.25 7.25 0 0 1 0 14.5Z" />
      </svg>
    </button>
  )
}
