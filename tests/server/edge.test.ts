import { EdgeVM } from '@edge-runtime/vm'
import * as esbuild from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import django from '../fixtures/django-vectors.json' with { type: 'json' }

// What ships, bundled as an edge platform does and run where nothing of Node is there.
const program = `
  import * as server from 'assent/server'
  import { defineConsent, defineCookie } from 'assent/core'
  globalThis.server = server
  globalThis.run = async (vectors) => {
    const secret = 'Vq3-9mTz_KxR7wLp2Hs8dYc5NbJf4GuE'
    const consent = defineConsent({
      version: 1,
      endpoint: '/consent',
      categories: { essential: { name: 'Essential', description: '', required: true, cookies: ['session'] }, analytics: { name: 'Analytics', description: '', cookies: ['_ga*'] } },
    })
    const session = defineCookie('session', { sealed: true })
    const cookies = server.createCookies('', { secret, consent })
    cookies.set(session, 'kept from everyone')
    const posted = await server.consentHandler({ consent, secret })(
      new Request('https://shop.example/consent', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://shop.example', cookie: '_ga=1' },
        body: 'choice=reject',
      }),
    )
    return {
      signed: vectors.map(({ key, salt, time, value }) => new server.TimestampSigner({ key, salt: salt || undefined, now: () => time * 1000 }).sign(value)),
      session: server.createCookies(cookies.toHeaders()[0].split(';')[0], { secret }).get(session),
      compressed: server.loads(server.dumps('again '.repeat(99), { key: secret, compress: true }), { key: secret }),
      status: posted.status,
      cookies: posted.headers.getSetCookie().map((line) => line.split('=')[0]),
      hardened: server.secureCookies(new Response(null, { headers: { 'set-cookie': 'sessionid=1' } }), { secure: true }).headers.get('set-cookie'),
      node: typeof process + typeof Buffer,
    }
  }
`

const bundle = async (conditions: string[]) => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: program, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    metafile: true,
    conditions,
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: {}, // ours maps to sources
  })
  return outputFiles[0]?.text ?? ''
}

describe.each([['edge-light'], ['workerd'], ['worker']])('assent/server under the condition %s', (condition) => {
  let code = ''
  beforeAll(async () => {
    code = await bundle([condition])
  })

  it('has nothing of Node in it', () => {
    expect(code).not.toMatch(/['"]node:|require\(/)
  })

  it('signs, seals, answers and hardens as on Node', async () => {
    const vectors = django.vectors.filter(({ kind }) => kind === 'timestamp')
    const vm = new EdgeVM()
    vm.evaluate(code)
    const result: unknown = await vm.evaluate(`run(${JSON.stringify(vectors)}).then(JSON.stringify)`)
    expect(JSON.parse(String(result))).toEqual({
      signed: vectors.map(({ signed }) => signed),
      session: 'kept from everyone',
      compressed: 'again '.repeat(99),
      status: 303,
      cookies: ['_ga', '_ga', '_ga', '_ga', 'cookie_consent', 'cookie_consent.sig'],
      hardened: 'sessionid=1; SameSite=Lax; HttpOnly; Secure',
      node: 'undefinedundefined',
    })
  })
})
