'use client'
import { useState, type ReactNode } from 'react'
import type { Consent } from '../core/declaration/consent.js'
import type { ServiceId } from '../core/declaration/register.js'
import { stringifyRecord } from '../core/decision/record.js'
import { snapshotOf } from '../core/decision/snapshot.js'
import { createMemoryJar } from '../core/cookies/memory-jar.js'
import { ConsentError } from '../core/errors.js'
import { ConsentProvider, type ConsentProviderProps } from '../react/consent-provider.js'
import { ConsentContext, createContextValue, useBrowserEffect } from '../react/context.js'
import { createConsentStore } from '../store/create-consent-store.js'

import { recordOf } from './grant.js'

export interface ConsentTestingProviderProps<C extends Consent = Consent> extends Pick<
  ConsentProviderProps,
  'children' | 'locale' | 'messages' | 'onDecision' | 'region'
> {
  consent: C
  /** The categories that the visitor granted. Left out: the visitor has not decided; `[]`: refused all. */
  granted?: readonly C['ids'][number][] | undefined
  /** The services of these categories that the visitor granted. Default: all. */
  services?: readonly ServiceId<C>[] | undefined
  /** The initial cookies, in the form of a `Cookie` header. */
  cookies?: string | undefined
}

/**
 * Provides consent and cookies in memory, for the tests of an app. The decision is there at the first render. Nothing is
 * shared with another test or posted to an `endpoint`. Later props are ignored, except words and listeners. Renders no
 * element.
 *
 * Throws a `ConsentError` for a granted category that is not declared.
 *
 * @example
 * ```tsx
 * import { defineConsent } from 'assent'
 * import { ConsentTestingProvider } from 'assent/testing'
 *
 * const consent = defineConsent({
 *   version: 1,
 *   categories: { essential: { name: 'Essential', description: '', required: true }, analytics: { name: 'Analytics', description: '' } },
 * })
 * export const granted = <ConsentTestingProvider consent={consent} granted={['analytics']} cookies="theme=dark" />
 * ```
 */
export function ConsentTestingProvider<C extends Consent>(props: ConsentTestingProviderProps<C>): ReactNode {
  const { consent, granted, services, cookies = '', region, ...rest } = props
  const [value] = useState(() => {
    const unknown = granted?.find((id) => !consent.ids.includes(id))
    if (unknown !== undefined)
      throw new ConsentError(
        'unknown-category',
        `A test grants "${unknown}", which is not a declared category. It would grant nothing. Use one of these ids: ${consent.ids.join(', ')}.`,
      )
    const record =
      granted && encodeURIComponent(stringifyRecord(recordOf(consent, granted, Date.now(), services), consent))
    const header = [cookies, record && `${consent.cookie.name}=${record}`].filter(Boolean).join('; ')
    const store = createConsentStore<Consent>(consent, {
      jar: createMemoryJar(header),
      snapshot: snapshotOf(header, consent, { region }),
    })
    return createContextValue(store)
  })
  useBrowserEffect(() => value.store.start(), [value])
  return (
    <ConsentContext.Provider value={value}>
      <ConsentProvider {...rest} />
    </ConsentContext.Provider>
  )
}
