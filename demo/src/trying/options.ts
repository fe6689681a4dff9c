/** What a visitor of the demonstration can switch. The first value of each is the default. */
export const CHOICES = {
  layout: ['card', 'bar', 'dialog', 'inline'],
  panel: ['dialog', 'drawer'],
  theme: ['shop', 'plain', 'round', 'material', 'shadcn', 'contrast'],
  language: ['page', 'en', 'de', 'fr', 'pl', 'ar', 'ja'],
  region: ['DE', 'US-CA'],
  gpc: ['off', 'on'],
  guard: ['off', 'on'],
  scripts: ['on', 'off'],
} as const

export type OptionName = keyof typeof CHOICES

/**
 * The switches of the demonstration. They stand in the query of the URL: so the server renders with them, a link shares
 * them, and no cookie keeps what nobody has allowed.
 */
export type Options = { readonly [Name in OptionName]: (typeof CHOICES)[Name][number] }

/** The names of the switches. */
export const names = Object.keys(CHOICES) as OptionName[] // the keys are the names

/** Those that only a new page can follow: the server decides by them. */
export const RELOADING: readonly OptionName[] = ['region', 'gpc', 'guard', 'scripts']

/** Reads the switches of a query. What it does not know is the default. */
export function optionsOf(search: string): Options {
  const query = new URLSearchParams(search)
  const values = names.map((name) => {
    const known: readonly string[] = CHOICES[name]
    const value = query.get(name) ?? ''
    return [name, known.includes(value) ? value : known[0]]
  })
  return Object.fromEntries(values) as Options // each value is one of its list
}

/** The address of a page with these switches. Defaults are left out. */
export function hrefOf(path: string, options: Options, isOpen = false): string {
  const given = names.filter((name) => options[name] !== CHOICES[name][0]).map((name) => [name, options[name]])
  const query = new URLSearchParams([...given, ...(isOpen ? [['try', 'open']] : [])]).toString()
  return query ? `${path}?${query}` : path
}

/** The style sheet of a look: a theme of assent, served by this site. The shop's own look needs none. */
export function themeHref(theme: Options['theme']): string | undefined {
  return theme === 'shop' ? undefined : `/themes/${theme}.css`
}
