// What attacks and broken clients send. Each gives the text of a request, and what it goes on sending after it.
/* global Buffer */
const OWN = 'Host: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n'
const FORM = 'Content-Type: application/x-www-form-urlencoded\r\n'
const JSON_TYPE = 'Content-Type: application/json\r\n'
/** @type {<T>(size: number, of: (i: number) => T) => T[]} */
const list = (size, of) => Array.from({ length: size }, (_, i) => of(i))
/** @type {(headers: string, body: string, own?: string) => string} */
const post = (headers, body, own = OWN) =>
  `POST /consent HTTP/1.1\r\n${own}${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const boundary = 'b'.repeat(30)
const part = `--${boundary}\r\nContent-Disposition: form-data; name="services"\r\n\r\ns1\r\n`
const COOKIES = `Cookie: ${list(1500, (i) => `n${i}=1`)
  .join('; ')
  .slice(0, 15_000)}\r\n`

/** Requests that are whole. */
export const attacks = [
  post(FORM, 'choice=accept', `Host: ${'a.'.repeat(7400)}b\r\nSec-Fetch-Site: same-origin\r\n`),
  post(FORM, 'choice=accept', `Host: 127.0.0.1\r\nOrigin: http://${'a.'.repeat(7400)}b\r\n`),
  post(`${FORM}Referer: http://127.0.0.1/${'a/'.repeat(7000)}\r\n`, 'choice=accept'),
  post(
    FORM,
    `${list(2600, () => 'groups=marketing&').join('')}${list(1400, (i) => `services=x${i}&`).join('')}`.slice(
      0,
      65_000,
    ),
  ),
  post(
    JSON_TYPE,
    JSON.stringify({ choice: 'save', categories: ['marketing'], services: list(8000, (i) => `s${i}`) }).slice(
      0,
      65_000,
    ),
  ),
  post(JSON_TYPE, JSON.stringify({ choice: 'save', categories: list(7000, (i) => `c${i}`) })),
  post(JSON_TYPE, '['.repeat(65_000)),
  post(FORM, '%'.repeat(65_000)),
  post(`Content-Type: multipart/form-data; boundary=${boundary}\r\n`, `${part.repeat(600)}--${boundary}--`),
  post(FORM + COOKIES, 'choice=reject'),
  post(`${FORM}Cookie: ${'cookie_consent=yes;'.repeat(700)}\r\n`, 'choice=reject'),
  post(FORM, 'choice=accept', 'Host: 127.0.0.1\r\nOrigin: https://evil.example\r\n'),
  post(FORM, 'x'.repeat(70_000)),
  `GET /logout HTTP/1.1\r\n${OWN}${COOKIES}\r\n`,
  `GET /${'a/'.repeat(7000)} HTTP/1.1\r\n${OWN}\r\n`,
  `GET /consent HTTP/1.1\r\n${OWN}Cookie: cookie_consent=${encodeURIComponent('{"categories":'.repeat(400))}\r\n\r\n`,
  `PUT /consent HTTP/1.1\r\n${OWN}Content-Length: 3\r\n\r\na=b`,
  `GET / HTTP/1.1\r\n${OWN}X: ${'x'.repeat(20_000)}\r\n\r\n`,
  'NONSENSE\r\n\r\n',
]

/**
 * Requests that never end: the server must close these.
 *
 * @type {[text: string, more?: string][]}
 */
export const unfinished = [
  [`POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Content-Length: 100\r\n\r\n{"choice":`],
  [`POST /consent HTTP/1.1\r\n${OWN}${JSON_TYPE}Content-Length: 9000000\r\n\r\n{`],
  [`POST /consent HTTP/1.1\r\n${OWN}${FORM}Transfer-Encoding: chunked\r\n\r\n`, `400\r\n${'x'.repeat(1024)}\r\n`],
  [`POST /consent HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n`, `400\r\n${'x'.repeat(1024)}\r\n`],
]
