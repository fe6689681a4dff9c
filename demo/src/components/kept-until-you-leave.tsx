import { PreferencesButton } from 'assent'
import { useSettings, useTheme, useWords } from '../use-settings.js'

/** Says that a setting lives in memory, because the visitor has not allowed its cookie, and where to allow it. */
export function KeptUntilYouLeave() {
  const words = useWords()
  const { blocked: isThemeBlocked } = useTheme()
  const [, , { blocked: areSettingsBlocked }] = useSettings()
  return (
    <p className="hint" role="status">
      {(isThemeBlocked || areSettingsBlocked) && (
        <>
          {words.keptUntilYouLeave} <PreferencesButton className="link">{words.keepIt}</PreferencesButton>
        </>
      )}
    </p>
  )
}
