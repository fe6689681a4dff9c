/** The TSDoc that stands before `export function name` in a source, as Markdown: documents a hook as autodocs does a component. */
export function tsdocOf(source: string, name: string): string {
  const end = source.indexOf(`export function ${name}`)
  const doc = source.slice(source.lastIndexOf('/**', end) + 3, source.lastIndexOf('*/', end))
  const lines = doc.split('\n').map((line) => line.replace(/^ *\* ?/, ''))
  return lines.join('\n').replace('@example', '')
}
