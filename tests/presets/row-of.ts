import type { ServiceConfig } from 'assent/core'

/** Where the facts of a preset are from, as its TSDoc tells. */
export function sourcesOf(code: string): { title: string; url: string; date: string }[] {
  return [...code.matchAll(/^ \* Source: \[(.+)\]\((https:\S+)\), as of (\d{4}-\d\d(?:-\d\d)?)\.$/gm)].map(
    ([, title = '', url = '', date = '']) => ({ title, url, date }),
  )
}

/** The row of the table in docs/presets.md that tells of a preset. */
export function rowOf(name: string, file: string, preset: ServiceConfig, code: string): string {
  const { cookies = [], storage = [], urls = [] } = preset
  const listed = (patterns: readonly unknown[]): string =>
    patterns.map((pattern) => `\`${String(pattern).replaceAll('|', '\\|')}\``).join(', ') || '–'
  const cells = [
    `\`${name}\``,
    `\`assent/presets/${file.replace('.ts', '')}\``,
    listed(cookies.map((cookie) => (cookie instanceof Object && 'name' in cookie ? cookie.name : cookie))),
    listed(storage),
    listed(urls),
    sourcesOf(code)
      .map(({ title, url, date }) => `[${title}](${url}), ${date}`)
      .join('; '),
  ]
  return `| ${cells.join(' | ')} |`
}
