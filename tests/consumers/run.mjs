// Uses the packed package in fresh apps, with the words of README and docs alone: their blocks are the apps' files.
// Ends with a line `N passed, N failed`. CONSUMERS_REPORT names a file for the results: a JSON list of { kind, name, status }.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { apps } from './apps.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assent-consumers-'))
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))

for (const file of ['package.json', 'package-lock.json', '.npmrc'])
  fs.copyFileSync(path.join(import.meta.dirname, file), path.join(folder, file))
execute('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], folder)
const [{ filename }] = JSON.parse(
  execute('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
)
execute('tar', ['-xzf', filename], folder)
fs.renameSync(path.join(folder, 'package'), path.join(folder, 'node_modules/assent'))

/** @type {{ kind: string, name: string, status: string }[]} */
const results = []
const queue = Object.entries(apps)
await Promise.all([work(), work()])

if (process.env.CONSUMERS_REPORT) fs.writeFileSync(process.env.CONSUMERS_REPORT, JSON.stringify(results))
const passed = results.filter(({ status }) => status === 'passed').length
console.log(`\n${passed} passed, ${results.length - passed} failed`)
if (passed < results.length || results.length === 0) process.exitCode = 1

async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) await check(...next)
}

/** @type {(name: string, app: import('./apps.mjs').App) => Promise<void>} */
async function check(name, { files, command }) {
  const app = path.join(folder, name.replaceAll(/\W+/g, '-').toLowerCase())
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(app, file)), { recursive: true })
    fs.writeFileSync(path.join(app, file), text)
  }
  const start = Date.now()
  const { code, output } = await run(command, app)
  const status = code === 0 ? 'passed' : 'failed'
  results.push({ kind: 'consumer', name, status })
  console.log(`${status === 'passed' ? status : 'FAILED'}  ${name}, ${Math.round((Date.now() - start) / 1000)} s`)
  if (status !== 'passed') console.log(output)
}

/** @type {(command: string, cwd: string) => Promise<{ code: number | null, output: string }>} */
function run(command, cwd) {
  const bin = path.join(folder, 'node_modules/.bin')
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: undefined }
  const child = spawn(command, { cwd, shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  return new Promise((done) => child.on('close', (code) => done({ code, output })))
}

/** @type {(command: string, args: string[], cwd: string) => string} */
function execute(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 })
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${stderr}`)
  return stdout
}
