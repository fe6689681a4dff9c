import { days, defineConsent, defineCookie } from 'assent'

/** How a page is made, as its query says. */
export interface PageCase {
  /** Rendered with the visitor's cookies; otherwise for everyone, as a CDN caches it. */
  cookies: boolean
  /** The declaration has an endpoint. */
  endpoint: boolean
  /** The inline form stands in the page. */
  form: boolean
  /** Streamed, with a part that comes late; otherwise one string. */
  stream: boolean
  strict: boolean
  /** The banner waits for late data, too. */
  late: boolean
  /** Rendered in the browser alone. */
  client: boolean
  /** Rendered or hydrated in a transition. */
  transition: boolean
}

export function caseOf(search: string): PageCase {
  const query = new URLSearchParams(search)
  const has = (name: string): boolean => query.has(name)
  return {
    cookies: has('cookies'),
    endpoint: has('endpoint'),
    form: has('form'),
    stream: has('stream'),
    strict: has('strict'),
    late: has('late'),
    client: has('client'),
    transition: has('transition'),
  }
}

export const theme = defineCookie('theme', { values: ['light', 'dark'], default: 'light', maxAge: days(365) })

export const consentOf = ({ endpoint }: PageCase) =>
  defineConsent({
    version: 2,
    categories: {
      essential: { name: 'Essential', description: 'Needed for the site to work.', required: true, cookies: ['sid'] },
      functional: { name: 'Functional', description: 'Remembers how you like it.', cookies: [theme] },
      analytics: { name: 'Analytics', description: 'Measures how the site is used.', cookies: ['_ga*'] },
    },
    endpoint: endpoint ? '/pages/consent' : undefined,
    policy: '/privacy',
  })
