import type { Grant, ConsentStatus } from '../../core/decision/grant.js'
import type { ConsentRecord } from '../../core/decision/record.js'
import { SAVED_ID } from '../../core/decision/choice.js'
import { debug } from '../../core/debug.js'

/** What the endpoint tells a page. */
export interface ConsentReply {
  readonly status: ConsentStatus
  readonly record: ConsentRecord | undefined
  readonly grant: Grant
  /** Where records are signed: whether this one is. */
  readonly verified?: boolean | undefined
}

/** The Set-Cookie lines of a reply. */
export interface ReplyCookies {
  readonly set: readonly string[]
  /** Lines that delete, the most important first: as many of them are sent as fit. */
  readonly expired: readonly string[]
}

/** Many servers and proxies take no more in all headers together. */
const MAX_SET_COOKIE_BYTES = 8000

const REASONS = {
  400: 'This is no choice that could be read.',
  403: 'This site takes no choices from other sites.',
  405: 'The consent of a visitor is read with GET and decided with POST.',
  413: 'A choice is shorter than this.',
} as const

export function replyJson(method: string, reply: ConsentReply, cookies?: ReplyCookies): Response {
  const text = JSON.stringify({ ...reply, record: reply.record ?? null })
  return respond(method === 'HEAD' ? null : text, 200, { 'Content-Type': 'application/json', Vary: 'Cookie' }, cookies)
}

/** Sends a form's visitor back; the page confirms by the fragment. */
export function replySeeOther(path: string, cookies: ReplyCookies): Response {
  return respond(null, 303, { Location: `${path.replace(/#.*/, '')}#${SAVED_ID}` }, cookies)
}

/** Sets nothing, and says nothing that the request said. */
export function refuse(status: keyof typeof REASONS): Response {
  const allow = status === 405 ? { Allow: 'GET, HEAD, POST' } : {}
  return respond(`${REASONS[status]}\n`, status, { 'Content-Type': 'text/plain; charset=utf-8', ...allow })
}

function respond(
  body: string | null,
  status: number,
  headers: Readonly<Record<string, string>>,
  { set, expired }: ReplyCookies = { set: [], expired: [] },
): Response {
  const all = new Headers({ ...headers, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
  // First what deletes: it may be another one of the same name.
  for (const line of [...fitting(expired, bytesOf(set)), ...set]) all.append('Set-Cookie', line)
  return new Response(body, { status, headers: all })
}

/** As many lines as fit beside so many bytes, the first ones first. */
function fitting(lines: readonly string[], taken: number): string[] {
  let bytes = taken
  const within = lines.filter((line) => {
    const size = bytesOf([line])
    if (bytes + size > MAX_SET_COOKIE_BYTES) return false
    bytes += size
    return true
  })
  if (within.length < lines.length)
    debug(
      'Not every cookie fits into one reply: these lines are left out.',
      lines.filter((line) => !within.includes(line)),
    )
  return within
}

function bytesOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 'Set-Cookie: \r\n'.length, 0)
}
