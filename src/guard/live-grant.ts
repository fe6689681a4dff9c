import type { Consent } from '../core/consent/consent.js'
import { grantFor, type Grant } from '../core/consent/grant.js'
import { parseRecord } from '../core/consent/record.js'
import { parseCookie } from '../core/cookies/parse-cookie.js'
import { debug } from '../core/debug.js'
import { readSignals } from '../browser/read-signals.js'

/** What the visitor's own cookie grants now: fail closed, as the store reads it. */
export function liveGrant(consent: Consent, region: string | undefined): Grant {
  const { name } = consent.cookie
  const texts: (string | undefined)[] = []
  const { [name]: first } = parseCookie(cookieText(), { onDuplicate: (key, text) => key === name && texts.push(text) })
  const now = Date.now()
  // Of two nobody knows which is meant.
  const record = texts.length ? undefined : parseRecord(first, consent, { now })
  return grantFor(record, consent, { now, signals: readSignals(), region })
}

function cookieText(): string {
  try {
    return document.cookie
  } catch (error) {
    debug('Cookies are blocked.', error)
    return ''
  }
}
