import type { ReactNode } from 'react'

/** The knobs that the head of tokens.css lists, each with its default, as a table. */
export function Knobs({ source }: { source: string }): ReactNode {
  const knobs = [...source.matchAll(/^ \* {3}(--assent-[\w-]+) +(.+?)(?:; else (.+))?$/gm)]
  return (
    <table>
      <thead>
        <tr>
          <th>Knob</th>
          <th>Default</th>
          <th>What it is</th>
        </tr>
      </thead>
      <tbody>
        {knobs.map(([, name = '', text = '', other = defaultOf(source, name)]) => (
          <tr key={name}>
            <td style={{ whiteSpace: 'nowrap' }}>
              <code>{name}</code>
            </td>
            <td>
              <code>{other}</code>
            </td>
            <td>{text.split('`').map((piece, i) => (i % 2 ? <code key={i}>{piece}</code> : piece))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is declared, for each theme where they differ. */
function defaultOf(source: string, name: string): string {
  const declared = source.matchAll(new RegExp(`^ *${name.replace('--', '--_?')}: (.+);$`, 'gm'))
  return [...new Set([...declared].map(([, value]) => value))].join(' / ')
}
