// What every benchmark of this folder shares: medians with their spread, interleaved runs, and a table.
import { fileURLToPath } from 'node:url'

// As a site runs it. React and assent ask for it when they are imported, so this file is imported first.
process.env.NODE_ENV = 'production'

/**
 * A figure: the median of its runs, and the middle half of them. `ratio` compares it with what ran beside it.
 * @typedef {{ name: string, value: number, spread: [number, number], unit: string, ratio?: number, to?: string }} Row
 */

/** @type {(values: readonly number[], q: number) => number} */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const low = sorted[Math.floor(at)] ?? NaN
  return low + ((sorted[Math.ceil(at)] ?? NaN) - low) * (at % 1)
}

/** @type {(values: readonly number[]) => number} */
export const median = (values) => quantile(values, 0.5)

/** @type {(name: string, values: readonly number[], unit: string, more?: { ratio?: number, to?: string }) => Row} */
export const rowOf = (name, values, unit, more = {}) => ({
  name,
  value: median(values),
  spread: [quantile(values, 0.25), quantile(values, 0.75)],
  unit,
  ...more,
})

/**
 * The microseconds of the processor that a task takes, as the mean of a slice of time: what else the machine does counts little.
 * @param {() => unknown} task
 */
export function microseconds(task, slice = 60_000) {
  const begin = process.cpuUsage()
  let calls = 0
  for (let batch = 16; ; batch *= 2) {
    for (let i = 0; i < batch; i++) task()
    calls += batch
    const { user, system } = process.cpuUsage(begin)
    if (user + system > slice) return (user + system) / calls
  }
}

/**
 * Measures tasks in turn, in another order each time, and once before to warm up.
 * @template {string} Name
 * @param {Record<Name, () => number | Promise<number>>} cases
 * @param {number} runs
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function interleave(cases, runs) {
  const names = /** @type {Name[]} */ (Object.keys(cases))
  const found = /** @type {Record<Name, number[]>} */ ({})
  for (const name of names) found[name] = []
  for (let run = -1; run < runs; run++)
    for (const name of shuffle(names)) {
      const value = await cases[name]()
      if (run >= 0) found[name].push(value)
    }
  return found
}

/** @type {<T>(list: readonly T[]) => T[]} */
function shuffle(list) {
  return list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/**
 * Runs a benchmark where its file is the one that node was called with: `node bench/x.mjs [runs]`.
 * @param {ImportMeta} meta
 * @param {(options: { runs?: number }) => Promise<Row[]>} run
 */
export async function alone(meta, run) {
  if (process.argv[1] !== fileURLToPath(meta.url)) return
  const runs = Number(process.argv[2])
  for (const { name, value, spread, unit, ratio, to } of await run(runs ? { runs } : {})) {
    const compared = ratio === undefined ? '' : `, ${ratio.toFixed(2)} × ${to}`
    console.log(`${name}: ${show(value)} ${unit} (${spread.map(show).join(' to ')})${compared}`)
  }
}

/** @type {(value: number) => string} */
export const show = (value) => (Math.abs(value) < 100 ? value.toFixed(2) : Math.round(value).toLocaleString('en-US'))
