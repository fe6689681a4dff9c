/** The `color-scheme` of what the toolbar's theme says: `system`, `light` or `dark`. */
export function schemeOf(theme: unknown): string {
  return theme === 'light' || theme === 'dark' ? theme : 'light dark'
}

export const prefersDark: MediaQueryList = matchMedia('(prefers-color-scheme: dark)')
