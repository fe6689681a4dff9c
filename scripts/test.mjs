// All tests: runs every runner, adds up what they report and ends with a line `N passed, N failed`.
// Fails when a test failed or was skipped, and when a runner, or one kind of test, had nothing to run.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** @typedef {{ kind: string, status: string }} Result */
/** @typedef {{ testResults: { name: string, status: string, assertionResults: { status: string }[] }[] }} VitestReport */
/** @typedef {{ specs?: { tests: { projectName: string, status: string }[] }[], suites?: Suite[] }} Suite */

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'assent-tests-'))
process.on('exit', () => {
  fs.rmSync(temporary, { recursive: true, force: true })
})

/** @type {Result[]} */
const total = []

const prepared = run('scripts/setup-machine.sh') && run('npm run build')
if (prepared) {
  test('vitest run', ['unit', 'dom', 'browser', 'story', 'type', 'django'], fromVitest)
  test('npm run test:react18 --', ['dom'], fromVitest)
  test('playwright test', ['chromium', 'firefox', 'firefox-without-scripts', 'webkit'], fromPlaywright)
  test('npm run test:examples --', fs.readdirSync('examples'), fromPlaywright)
}

const passed = total.filter(({ status }) => status === 'passed').length
const failed = total.length - passed + (prepared ? 0 : 1)
console.log(`\n${passed} passed, ${failed} failed`)
if (failed > 0) process.exitCode = 1

/**
 * @param {string} command
 * @param {string[]} kinds Every kind must have run.
 * @param {(report: string) => { flags: string, env?: Record<string, string>, read: () => Result[] }} runner
 */
function test(command, kinds, runner) {
  const report = path.join(temporary, `${command.replaceAll(/\W+/g, '-')}.json`)
  const { flags, env, read } = runner(report)
  const succeeded = run(`${command} ${flags}`, env)
  const results = fs.existsSync(report) ? read() : []

  const bad = results.filter(({ status }) => status !== 'passed')
  const complaints = kinds
    .filter((kind) => !results.some((result) => result.kind === kind))
    .map((kind) => `no ${kind} test ran`)
  if (!succeeded && bad.length === 0) complaints.push('the runner failed')
  for (const complaint of complaints) console.error(`FAILED: ${command}: ${complaint}`)
  for (const { kind, status } of bad)
    if (status !== 'failed') console.error(`FAILED: ${command}: a ${kind} test is ${status}`)

  total.push(...results, ...complaints.map(() => ({ kind: 'runner', status: 'failed' })))
}

/** @param {string} file */
function fromVitest(file) {
  /** @type {[string, string][]} */
  const suffixes = [
    ['.stories.tsx', 'story'],
    ['.test-d.ts', 'type'],
    ['.dom.test', 'dom'],
    ['.browser.test', 'browser'],
    ['/tests/django/', 'django'],
  ]
  return {
    flags: `--reporter=default --reporter=json --outputFile.json=${file}`,
    read: () => {
      /** @type {VitestReport} */
      const { testResults } = JSON.parse(fs.readFileSync(file, 'utf8'))
      return testResults.flatMap(({ name, status, assertionResults }) => {
        const kind = suffixes.find(([suffix]) => name.includes(suffix))?.[1] ?? 'unit'
        const results = assertionResults.map((result) => ({ kind, status: result.status }))
        // A file that could not be loaded failed without any test in it.
        const broken = status === 'failed' && !results.some((result) => result.status === 'failed')
        return broken ? [...results, { kind, status }] : results
      })
    },
  }
}

/** @param {string} file */
function fromPlaywright(file) {
  /** @type {(suite: Suite) => Result[]} */
  const flatten = ({ specs = [], suites = [] }) => [
    ...specs
      .flatMap(({ tests }) => tests)
      .map(({ projectName, status }) => ({
        kind: projectName,
        status: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
      })),
    ...suites.flatMap(flatten),
  ]
  return {
    flags: '--reporter=list,json',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    read: () => flatten(JSON.parse(fs.readFileSync(file, 'utf8'))),
  }
}

/**
 * @param {string} command
 * @param {Record<string, string>} [env]
 */
function run(command, env = {}) {
  console.log(`\n> ${command}`)
  const { status } = spawnSync(command, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status === 0
}
