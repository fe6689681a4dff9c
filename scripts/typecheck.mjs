// Checks every TypeScript program, two at a time. They are separate because each registers its own consent declaration.
import { spawn } from 'node:child_process'
import fs from 'node:fs'

const programs = [
  'tsconfig.json',
  'tsconfig.core.json',
  'tsconfig.node.json',
  'tests',
  'tests/types',
  'tests/types/registered',
  'stories',
  'registry',
  'demo',
  // These check themselves, against the built package as an app would have it.
  ...fs.readdirSync('examples').map((name) => `examples/${name}`),
]
/** @type {string[]} */
const failed = []

/** @type {(program: string) => Promise<void>} */
const check = (program) =>
  new Promise((done) => {
    const [command, ...args] = program.startsWith('examples/')
      ? ['npm', 'run', '--silent', 'typecheck', '--workspace', program]
      : ['tsc', '--project', program, '--pretty', String(Boolean(process.stdout.isTTY))]
    const tsc = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    tsc.stdout.on('data', (chunk) => (output += chunk))
    tsc.on('close', (code) => {
      console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${program}${output && `\n${output}`}`)
      if (code !== 0) failed.push(program)
      done()
    })
  })

const queue = [...programs]
const work = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await check(next)
}
await Promise.all([work(), work()])
if (failed.length > 0) process.exitCode = 1
