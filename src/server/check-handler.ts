import { ConsentError } from '../core/errors.js'
import type { ConsentHandlerOptions } from './consent-handler.js'
import { checkSecrets } from './check-secret.js'
import { setRecord } from './consent-cookies.js'
import { isPath } from './return-path.js'
import { parseUrl } from './target.js'

/** Throws for options that cannot work as they were meant: when the handler is made, not when a visitor decides. */
export function checkHandler(options: ConsentHandlerOptions): void {
  checkSecrets(options)
  const { consent, redirectTo = '/', origins = [] } = options
  if (!isPath(redirectTo))
    throw new ConsentError(
      'invalid-url',
      process.env.NODE_ENV !== 'production' &&
        `redirectTo is "${redirectTo}". Visitors are sent there after a form, so it must be a path of this site: "/privacy".`,
    )
  for (const origin of origins)
    if (!/^https?:/.test(origin) || parseUrl(origin)?.origin !== origin)
      throw new ConsentError(
        'invalid-url',
        process.env.NODE_ENV !== 'production' &&
          `origins holds "${origin}", which no browser sends as an Origin, so that it would never match. Write scheme and host, without a path: "https://www.example.com".`,
      )
  // What is wrong with the cookie is found now.
  setRecord(consent, { categories: [], timestamp: null, version: 1 }, true)
}
