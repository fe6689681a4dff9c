// All tests: runs every runner, adds up what they report and ends with a line `N passed, N failed`.
// Fails when a test failed or was skipped, and when a runner, or one kind of test, had nothing to run.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** @typedef {{ kind: string, status: string, name: string }} Result */
/** @typedef {{ testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} VitestReport */
/** @typedef {{ specs?: { file: string, title: string, tests: { projectName: string, status: string }[] }[], suites?: Suite[] }} Suite */

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'assent-tests-'))
process.on('exit', () => {
  fs.rmSync(temporary, { recursive: true, force: true })
})

/** @type {Result[]} */
const total = []

const prepared = run('scripts/setup-machine.sh') && run('npm run build')
if (prepared) {
  // By itself Vitest leaves one of two cores idle; a browser takes the other.
  test(
    `vitest run --maxWorkers=2 --project='!browser' --project='!storybook*'`,
    ['unit', 'dom', 'type', 'django'],
    fromVitest,
  )
  test(`vitest run --project=browser --project='storybook*'`, ['browser', 'story'], fromVitest)
  test('npm run test:react18 --', ['dom'], fromVitest)
  test('playwright test', ['chromium', 'firefox', 'firefox-without-scripts', 'webkit'], fromPlaywright)
  test('npm run test:examples --', fs.readdirSync('examples'), fromPlaywright)
}

const passed = total.filter(({ status }) => status === 'passed').length
const failed = total.length - passed + (prepared ? 0 : 1)
// Last, where a log that is cut still has them.
for (const { kind, status, name } of total)
  if (status !== 'passed') console.error(`FAILED: ${kind}: ${name} is ${status}`)
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

  total.push(...results, ...complaints.map((name) => ({ kind: command, status: 'failed', name })))
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
        const results = assertionResults.map(({ status, fullName }) => ({
          kind,
          status,
          name: `${path.basename(name)} ${fullName}`,
        }))
        // A file that could not be loaded failed without any test in it.
        const broken = status === 'failed' && !results.some((result) => result.status === 'failed')
        return broken ? [...results, { kind, status, name }] : results
      })
    },
  }
}

/** @param {string} file */
function fromPlaywright(file) {
  /** @type {(suite: Suite) => Result[]} */
  const flatten = ({ specs = [], suites = [] }) => [
    ...specs
      .flatMap(({ file, title, tests }) => tests.map((test) => ({ ...test, name: `${file} ${title}` })))
      .map(({ projectName, status, name }) => ({
        kind: projectName,
        name,
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
