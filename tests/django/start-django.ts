import { spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import path from 'node:path'
import readline from 'node:readline'
import { onTestFinished } from 'vitest'

export const SECRET_KEY = 'the secret of Node and of Django alike'

/** How a cookie is written and read there: see app.py. */
export type Form = 'plain' | 'json' | 'legacy' | 'v2' | 'dumps' | 'consent' | 'unquoted' | 'verified'

export interface Cookie {
  readonly form: Form
  readonly name: string
  readonly salt?: string
}
export type Answer = { readonly value: unknown } | { readonly error: string }

/** A real Django with our secret, over HTTP; it ends with the test that started it. */
export async function startDjango() {
  const python = process.env.PYTHON ?? '/usr/bin/python3'
  const child = spawn(python, [path.join(import.meta.dirname, 'app.py'), SECRET_KEY], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  onTestFinished(async () => {
    child.stdin.end()
    await exit
  })
  const [line] = (await Promise.race([
    once(readline.createInterface({ input: child.stdout }), 'line'),
    exit.then(([code]) => Promise.reject(new Error(`Django did not start: ${python} ended with ${String(code)}.`))),
  ])) as [string]
  const { port } = JSON.parse(line) as { port: number }

  // Not fetch: these headers go and come as they are, byte for byte.
  const post = async (where: string, body: unknown, cookie?: string): Promise<{ lines: string[]; text: string }> => {
    const headers = { 'content-type': 'application/json', ...(cookie !== undefined && { cookie }) }
    const request = http.request({ host: '127.0.0.1', port, path: where, method: 'POST', headers })
    // As bytes: before a text Node writes the headers in UTF-8, too.
    request.end(Buffer.from(JSON.stringify(body)))
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    let text = ''
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk)
    if (response.statusCode !== 200)
      throw new Error(`Django answered ${String(response.statusCode)}: ${text.slice(0, 2000)}`)
    return { lines: response.headers['set-cookie'] ?? [], text }
  }
  return {
    /** Has Django set cookies, and gives the Cookie header that a browser sends back. */
    async set(cookies: readonly (Cookie & { readonly value: unknown })[], time?: number): Promise<string> {
      const { lines } = await post('/set', { cookies, time })
      return sentBack(lines)
    },
    /** Has Django read cookies. `max_age` and `time` are in seconds. */
    async get(
      cookie: string,
      cookies: readonly (Cookie & { readonly max_age?: number })[],
      time?: number,
    ): Promise<Answer[]> {
      const { text } = await post('/get', { cookies, time }, cookie)
      return JSON.parse(text) as Answer[]
    },
  }
}

/** The Cookie header of a browser that was sent these Set-Cookie lines. */
export function sentBack(lines: readonly string[]): string {
  return lines.map((line) => line.split(';')[0]).join('; ')
}
