import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

type HeadHeaders = OutgoingHttpHeaders | readonly unknown[]

/** Lets `rewrite` change the Set-Cookie lines of a reply, once: when its head is written, also by the first byte of a body. */
export function onHead(res: ServerResponse, rewrite: (lines: readonly string[]) => readonly string[]): void {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse
  let isDone = false
  const replace = (status: number, ...rest: unknown[]): ServerResponse => {
    if (isDone || res.headersSent) return writeHead(status, ...rest)
    isDone = true
    const reason = typeof rest[0] === 'string' ? [rest[0]] : []
    const headers = (reason.length ? rest[1] : (rest[0] ?? rest[1])) as HeadHeaders | undefined
    const { cookies, others } = split(headers)
    const lines = cookies ?? linesOf(res.getHeader('set-cookie')) // those of writeHead win, as in Node
    const next = rewrite(lines)
    if (next.length) res.setHeader('Set-Cookie', next)
    else if (res.hasHeader('set-cookie')) res.removeHeader('Set-Cookie')
    return writeHead(status, ...reason, ...(others ? [others] : []))
  }
  res.writeHead = replace
}

/** Headers as writeHead takes them: an object, a flat list, or a list of pairs, which becomes a flat one. */
function split(headers: HeadHeaders | undefined): { cookies?: string[]; others?: HeadHeaders } {
  if (!headers) return {}
  if (!Array.isArray(headers)) return splitObject(headers as OutgoingHttpHeaders)
  const flat: unknown[] = Array.isArray(headers[0]) ? headers.flatMap((pair: unknown) => pair) : headers
  const cookies: string[] = []
  const others: unknown[] = []
  for (let i = 0; i < flat.length; i += 2)
    if (isSetCookie(flat[i])) cookies.push(...linesOf(flat[i + 1]))
    else others.push(...flat.slice(i, i + 2))
  return { ...(flat.some((name, i) => i % 2 === 0 && isSetCookie(name)) && { cookies }), others }
}

function splitObject(headers: OutgoingHttpHeaders): { cookies?: string[]; others: HeadHeaders } {
  const entries = Object.entries(headers)
  const cookies = entries.filter(([name]) => isSetCookie(name)).flatMap(([, value]) => linesOf(value))
  const others = Object.fromEntries(entries.filter(([name]) => !isSetCookie(name)))
  return entries.some(([name]) => isSetCookie(name)) ? { cookies, others } : { others }
}

function isSetCookie(name: unknown): boolean {
  return typeof name === 'string' && name.toLowerCase() === 'set-cookie'
}

function linesOf(value: unknown): string[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(String)
}
