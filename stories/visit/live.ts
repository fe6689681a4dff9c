/** What the live state says: `live(canvas, 'granted')` holds a chip for each category. */
export function live(
  canvas: { getByRole: (role: 'complementary', options: { name: string }) => HTMLElement },
  fact: 'status' | 'asking' | 'granted' | 'refused' | 'services' | 'draft' | 'cookies',
): { readonly words: string; readonly cookies: readonly string[] } {
  const aside = canvas.getByRole('complementary', { name: 'Live state' })
  const found = aside.querySelector(`[data-live=${fact}]`)
  const chips = [...(found?.querySelectorAll('.live-chip') ?? [])]
  return {
    words: chips.map((chip) => chip.firstChild?.textContent ?? '').join(' '),
    cookies: [...(found?.querySelectorAll('code') ?? [])].map((code) => code.textContent),
  }
}
