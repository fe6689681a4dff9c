// Builds the site at every change of it or of the package, and serves each build as it ships: with its policy.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { clearTimeout, setTimeout } from 'node:timers'
import { createBuilder } from 'vite'

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
/** @type {NodeJS.Timeout | undefined} */
let timer

async function rebuild() {
  try {
    const builder = await createBuilder({ root: import.meta.dirname, logLevel: 'warn' })
    await builder.buildApp()
  } catch (error) {
    console.error(error) // a mistake that the next change may mend
    return
  }
  server?.kill()
  server = spawn(process.execPath, ['dist/server/serve.js'], { cwd: import.meta.dirname, stdio: 'inherit' })
}

for (const folder of ['src', 'server', 'public', '../dist'])
  fs.watch(new URL(folder, import.meta.url), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void rebuild(), 200)
  })
await rebuild()
