import { parseRecord, parseSetCookie, type ConsentRecord, type Consent, type Grant } from 'assent/core'
import { NOON, site } from '../../fixtures/site.js'

type Headers = Readonly<Record<string, string>>

const URL = 'https://shop.example/consent'
/** What a page of the shop sends with a request of its own. */
const OWN = { origin: 'https://shop.example', 'sec-fetch-site': 'same-origin' }

export const ID = 'id-1'

export function get(cookie: string, headers: Headers = {}, method = 'GET'): Request {
  return new Request(URL, { method, headers: { cookie, ...headers } })
}

export function post(body: BodyInit | null, headers: Headers = {}, url: string = URL): Request {
  return new Request(url, { method: 'POST', body, headers: { ...OWN, ...headers } })
}

export function postForm(body: string, headers: Headers = {}, url: string = URL): Request {
  return post(body, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, url)
}

export function postJson(body: unknown, headers: Headers = {}, url: string = URL): Request {
  return post(JSON.stringify(body), { 'content-type': 'application/json', ...headers }, url)
}

export interface State {
  status: string
  record: ConsentRecord | null
  grant: Grant
  verified?: boolean
}

export async function stateOf(response: Response): Promise<State> {
  return (await response.json()) as State // what the endpoint documents; the tests compare its members
}

export function setCookies(response: Response): string[] {
  return response.headers.getSetCookie()
}

/** The record that a reply sets. */
export function recordOf(response: Response, consent: Consent = site): ConsentRecord | undefined {
  const cookies = setCookies(response).map((line) => parseSetCookie(line))
  const cookie = cookies.find((set) => set?.name === consent.cookie.name && set.maxAge !== 0)
  return parseRecord(cookie?.value, consent, { now: NOON })
}

/** The Cookie header of a browser that took the cookies of a reply. */
export function cookieHeader(response: Response): string {
  return setCookies(response)
    .filter((line) => !line.includes('Max-Age=0'))
    .map((line) => line.split(';')[0])
    .join('; ')
}
