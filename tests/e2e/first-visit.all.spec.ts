import { accept, banner, cookieNames, expect, hydrated, reject, test } from './site.js'

test('asks in the first HTML, and paints it', async ({ page, request }) => {
  const html = await (await request.get('/')).text()
  expect(html).toContain('data-assent="banner"')
  expect(html).toContain('Reject all')
  await page.goto('/')
  await expect(banner(page)).toBeVisible()
  await expect(accept(page)).toBeInViewport()
  await expect(reject(page)).toBeInViewport()
})

test('Accept and Reject are alike', async ({ page }) => {
  await page.goto('/')
  const looks = []
  for (const button of [accept(page), reject(page)]) {
    const box = await button.boundingBox()
    const style = await button.evaluate((element) => {
      const { color, backgroundColor, borderColor, fontSize, fontWeight, paddingInline, opacity } =
        getComputedStyle(element)
      return { tag: element.tagName, color, backgroundColor, borderColor, fontSize, fontWeight, paddingInline, opacity }
    })
    looks.push({ height: box?.height, y: box?.y, ...style })
  }
  expect(looks[0]).toEqual(looks[1])
  const widths = await Promise.all(
    [accept(page), reject(page)].map(async (button) => (await button.boundingBox())?.width),
  )
  expect(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0))).toBeLessThan(12)
})

for (const path of ['/', '/static', '/workshop', '/privacy'])
  test(`stores and asks for nothing on ${path} before a choice, whatever the visitor does`, async ({ page }) => {
    const urls: string[] = []
    page.on('request', (request) => urls.push(new URL(request.url()).pathname))
    await page.goto(path)
    await hydrated(page)
    for (const key of ['Escape', 'Tab', 'Tab', 'PageDown', 'End', 'Escape', 'Home']) await page.keyboard.press(key)
    await page.mouse.wheel(0, 2000)
    await page.mouse.click(5, 5)
    await page.waitForTimeout(1500)

    await expect(banner(page)).toBeVisible()
    expect(await cookieNames(page)).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    expect(urls.filter((url) => /^\/(collect|vendor)/.test(url))).toEqual([])
  })

test('keeps the page usable while it asks', async ({ page }) => {
  await page.goto('/')
  await hydrated(page)
  await page.getByRole('link', { name: /^Heron/ }).click()
  await page.getByRole('button', { name: 'Add to basket' }).click()
  await expect(page.getByText('One in your basket.')).toBeVisible()
  await expect(banner(page)).toBeVisible()
  await expect.poll(() => cookieNames(page)).toEqual(['shopping_cart'])
})
