import { expect, hydrated, PAGES, recordOf, setCookie, test } from './site.js'

// The fixture fails a test whose page says anything to the console, throws, or breaks its policy.
for (const path of PAGES)
  test(`${path} comes alive without a word, undecided and decided`, async ({ page, context, baseURL }) => {
    await page.goto(path)
    await hydrated(page)
    await setCookie(
      context,
      baseURL ?? '',
      'cookie_consent',
      recordOf(['essential', 'functional', 'analytics', 'marketing']),
    )
    await setCookie(context, baseURL ?? '', 'theme', 'dark')
    await setCookie(context, baseURL ?? '', 'pref_language', 'de')
    await page.goto(path, { waitUntil: 'networkidle' })
    await hydrated(page)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

test('every reply carries the policy', async ({ request }) => {
  for (const path of [...PAGES, '/nothing-here', '/vendor/analytics.js', '/collect', '/favicon.svg']) {
    const headers = (await request.get(path)).headers()
    const policy = headers['content-security-policy']
    for (const directive of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy, path).toContain(directive)
    expect(policy, path).not.toContain('unsafe')
    expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff' })
    expect(headers['referrer-policy'], path).toBeTruthy()
  }
})

test('the server answers what it has, and says what it has not', async ({ request }) => {
  expect((await request.get('/nothing-here')).status()).toBe(404)
  expect((await request.get('/../package.json')).status()).toBe(404)
  expect((await request.get('/pieces/__proto__')).status()).toBe(404)
  expect((await request.post('/')).status()).toBe(405)
  expect((await request.head('/')).status()).toBe(200)
  expect((await request.get('/?utm_source=x')).status()).toBe(200)
})

test('any host is answered', async ({ request }) => {
  const reply = await request.get('/', { headers: { host: 'shop.example.com' } })
  expect(reply.status()).toBe(200)
})

test('session ids and undeclared cookies stay on the server', async ({ request }) => {
  const cookie = 'sessionid=secret-1; other=secret-2; theme=dark'
  const html = await (await request.get('/', { headers: { cookie } })).text()
  expect(html).not.toContain('secret')
  expect(html).toContain('data-theme="dark"')
})
