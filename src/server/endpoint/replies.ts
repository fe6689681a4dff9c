import type { Grant, ConsentStatus } from '../../core/decision/grant.js'
import type { ConsentRecord } from '../../core/decision/record.js'
import { SAVED_ID } from '../../core/decision/choice.js'
import { fitting } from '../cookies/reply-room.js'

/** The JSON reply of the endpoint. */
export interface ConsentReply {
  readonly status: ConsentStatus
  readonly record: ConsentRecord | undefined
  readonly grant: Grant
  /** Whether the record has a valid signature. Left out if the site signs no records. */
  readonly verified?: boolean | undefined
}

/** The Set-Cookie lines of a reply. */
export interface ReplyCookies {
  readonly set: readonly string[]
  /** Lines that delete cookies, the most important first. Lines that do not fit are left out. */
  readonly expired: Iterable<string>
}

const REASONS = {
  400: 'The choice could not be read.',
  403: 'This site accepts no choices from other sites.',
  405: 'Send GET to read the consent, or POST to decide.',
  413: 'The choice is too long.',
} as const

export function replyJson(method: string, reply: ConsentReply, cookies?: ReplyCookies): Response {
  const text = JSON.stringify({ ...reply, record: reply.record ?? null })
  return respond(method === 'HEAD' ? null : text, 200, { 'Content-Type': 'application/json', Vary: 'Cookie' }, cookies)
}

/** Sends a form's visitor back to the page. The fragment makes the page confirm the choice. */
export function replySeeOther(path: string, cookies: ReplyCookies): Response {
  return respond(null, 303, { Location: `${path.replace(/#.*/, '')}#${SAVED_ID}` }, cookies)
}

/**
 * Refuses a request. The reply sets no cookie, and repeats nothing from the request. It closes the connection if there is a
 * body: the rest of it may never come, and another request could only follow it (RFC 9112 §9.3).
 */
export function refuse(status: keyof typeof REASONS, { body }: Pick<Request, 'body'>): Response {
  return respond(`${REASONS[status]}\n`, status, {
    'Content-Type': 'text/plain; charset=utf-8',
    ...(status === 405 && { Allow: 'GET, HEAD, POST' }),
    ...(body && { Connection: 'close' }),
  })
}

function respond(
  body: string | null,
  status: number,
  headers: Readonly<Record<string, string>>,
  { set, expired }: ReplyCookies = { set: [], expired: [] },
): Response {
  const all = new Headers({ ...headers, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
  // Deletions come first, because one may be for the same name.
  for (const line of [...fitting(expired, set), ...set]) all.append('Set-Cookie', line)
  return new Response(body, { status, headers: all })
}
