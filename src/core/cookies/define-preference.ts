import { days, defineCookie, type CookieDefinition } from './define-cookie.js'

/** The definition of a preference: a cookie named `pref_` and its key, verbatim, for a year, of the type of its value. */
export function definePreference(
  key: string,
  value: unknown,
  declared: ReadonlyMap<string, CookieDefinition> | undefined,
): CookieDefinition {
  const name = `pref_${key}`
  return declared?.get(name) ?? defineCookie(name, { default: value, maxAge: days(365) })
}
