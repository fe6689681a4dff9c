import type { IncomingMessage, ServerResponse } from 'node:http'
import { toBytes } from '../../core/cookies/header-bytes.js'
import type { Consent, Granted } from '../../core/declaration/consent.js'
import type { HeaderSource } from '../../core/decision/read-request.js'
import { ConsentError } from '../../core/errors.js'
import { readConsent, type ReadConsentOptions, type ServerConsent } from '../../server/consent/read-consent.js'
import type { Cookies } from '../../server/cookies/cookies.js'
import { createCookies, type CookiesOptions } from '../../server/cookies/create-cookies.js'
import type { Report } from '../../server/errors.js'
import type { CookieRules } from '../../server/policy/cookie-rules.js'
import type { createHardener } from '../../server/policy/harden-set-cookies.js'
import { chosenIn } from './chosen-in.js'
import { RequestHead, requestOf } from './request-of.js'

/** What all visits of one middleware share. */
export interface Site {
  readonly consent: Consent
  readonly options: CookiesOptions & ReadConsentOptions
  readonly trustProxy: boolean
  readonly clock: () => number
  readonly report: Report
  readonly regionOf: ((request: Request) => string | undefined) | undefined
  readonly harden: ReturnType<typeof createHardener> | undefined
  readonly onChange: CookieRules['onChange']
}

/** A request, and what its reply sets. Each part is made at its first use: most requests ask for few. */
export class Visit {
  private readonly site: Site
  private readonly req: IncomingMessage
  private readonly res: ServerResponse
  private madeHead: RequestHead | undefined
  private madeRequest: Request | undefined
  private madeCookies: Cookies | undefined
  private madeOpen: Cookies | undefined
  private madeConsent: ServerConsent | undefined

  constructor(site: Site, req: IncomingMessage, res: ServerResponse) {
    this.site = site
    this.req = req
    this.res = res
  }

  /** For hooks and for the endpoint only. */
  get request(): Request {
    return (this.madeRequest ??= requestOf(this.req, this.site))
  }

  get cookies(): Cookies {
    this.madeCookies ??= createCookies(this.head, { ...this.site.options, region: this.region })
    return (this.madeOpen ??= untilHead(this.madeCookies, () => this.res.headersSent))
  }

  get consent(): ServerConsent {
    return (this.madeConsent ??= this.read(this.head))
  }

  /** Holds the lines of a reply to the rules, with those of `cookies`. A pushed resource has none of these. */
  rewrite(before: readonly string[], isPushed: boolean): readonly string[] {
    const { harden, consent, clock, report } = this.site
    try {
      const set = isPushed ? undefined : this.madeCookies?.toHeaders()
      const bytes = before.some(isText) ? before.map(toHeader) : before
      const lines = set ? [...bytes, ...set] : bytes
      if (!harden || lines.length === 0) return lines
      const chosen = chosenIn(lines, consent, clock())
      const granted = chosen === undefined ? new LateGrant(this) : this.read(this.headersWith(chosen)).grant
      return harden(lines, { granted, onChange: this.onChange }).lines
    } catch (error) {
      report('The cookies of a reply could not be checked, so none are set.', error, this.request)
      return []
    }
  }

  private get head(): RequestHead {
    return (this.madeHead ??= new RequestHead(this.req, this.site.trustProxy))
  }

  private get region(): string | undefined {
    return this.site.regionOf?.(this.request)
  }

  private get onChange(): CookieRules['onChange'] {
    const { onChange, report } = this.site
    if (!onChange) return undefined
    return (change) => {
      try {
        onChange(change)
      } catch (error) {
        report('onChange failed.', error, this.request)
      }
    }
  }

  private read(headers: HeaderSource): ServerConsent {
    const { consent, clock, options } = this.site
    const { secret, fallbackSecrets, requireSignature } = options
    const given = { region: this.region, now: clock(), secret, fallbackSecrets, requireSignature }
    return readConsent(headers, consent, given)
  }

  private headersWith(cookie: string): HeaderSource {
    const { head } = this
    return { get: (name) => (name === 'cookie' ? cookie : head.get(name)) }
  }
}

/** What a visit grants, read when somebody asks: required cookies need no grant. */
class LateGrant implements Granted {
  private readonly visit: Visit

  constructor(visit: Visit) {
    this.visit = visit
  }

  get categories(): readonly string[] {
    return this.visit.consent.grant.categories
  }

  get services(): readonly string[] {
    return this.visit.consent.grant.services
  }
}

/** Whether a line is more than bytes. Latin-1 characters already are bytes. */
function isText(line: string): boolean {
  return /[\u0100-\uffff]/.test(line)
}

function toHeader(line: string): string {
  return isText(line) ? toBytes(line) : line
}

/** Makes cookies that throw if they are set or deleted after the head of the reply, which carries them. */
function untilHead(cookies: Cookies, isHeadMade: () => boolean): Cookies {
  const open =
    <Given extends unknown[], Result>(act: (...given: Given) => Result) =>
    (...given: Given): Result => {
      if (isHeadMade())
        throw new ConsentError(
          'head-sent',
          process.env.NODE_ENV !== 'production' &&
            'A cookie was set or deleted through cookiesOf(req) after the head of the reply was sent. The visitor would never get it. Set cookies before the first byte of the body.',
        )
      return act(...given)
    }
  return {
    ...cookies,
    set: open(cookies.set as (...given: unknown[]) => ReturnType<Cookies['set']>), // has overloads
    setSigned: open(cookies.setSigned),
    setPreferences: open(cookies.setPreferences as (values: object) => never), // generic
    delete: open(cookies.delete),
    deleteMatching: open(cookies.deleteMatching),
    deleteAll: open(cookies.deleteAll),
  }
}
