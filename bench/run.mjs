// `npm run bench`: installs the packages that assent is measured beside, runs every benchmark, or those that are named, and
// writes their tables into docs/performance.md. `npm run bench -- size style`.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import { fileURLToPath } from 'node:url'
import { show } from './measure.mjs'

const bench = fileURLToPath(new URL('.', import.meta.url))
const file = fileURLToPath(new URL('../docs/performance.md', import.meta.url))
const marks = [...fs.readFileSync(file, 'utf8').matchAll(/<!-- bench: (\w+) -->/g)]
const known = marks.map(([, name = '']) => name)
const named = process.argv.slice(2)
const unknown = named.find((name) => !known.includes(name))
if (unknown !== undefined) throw new Error(`There is no benchmark "${unknown}". There are: ${known.join(', ')}.`)

execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: bench, stdio: 'inherit' })
// One React serves all: that of this repository.
for (const name of ['react', 'react-dom', 'scheduler'])
  fs.rmSync(`${bench}node_modules/${name}`, { recursive: true, force: true })

for (const name of named.length ? named : known) {
  console.log(`\n${name}`)
  /** @type {{ run: () => Promise<import('./measure.mjs').Row[]> }} */
  const { run } = await import(`./${name}.mjs`)
  const table = tableOf(await run())
  console.log(table)
  const cpu = `${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${os.cpus().length} cores, Node ${process.version}`
  const text = `<!-- bench: ${name} -->\n\n${table}\n\n${new Date().toISOString().slice(0, 10)}, ${cpu}: \`npm run bench -- ${name}\`\n\n<!-- end -->`
  const before = fs.readFileSync(file, 'utf8')
  const block = new RegExp(`<!-- bench: ${name} -->[^]*?<!-- end -->`)
  fs.writeFileSync(
    file,
    before.replace(block, () => text),
  )
}
execFileSync('npx', ['prettier', '--write', file], { stdio: 'inherit' })

/** @type {(rows: import('./measure.mjs').Row[]) => string} */
function tableOf(rows) {
  return [
    '| what | median | middle half of the runs | compared |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map(({ name, value, spread: [low, high], unit, ratio, to }) => {
      const isOne = low === high
      const compared = ratio === undefined ? '' : `${ratio.toFixed(2)} × ${to ?? ''}`
      return `| ${name} | ${show(value)} ${unit} | ${isOne ? '' : `${show(low)} to ${show(high)}`} | ${compared} |`
    }),
  ].join('\n')
}
