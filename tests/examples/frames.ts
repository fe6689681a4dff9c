import type { Page } from '@playwright/test'

/** Paints the banner in a colour that nothing else has. */
const LOUD = [255, 0, 255] as const

/**
 * Loads the page again and again, and gives in how many of the frames that the browser painted the banner was seen.
 * @param load Brings the page to its end.
 */
export async function paintedFrames(
  page: Page,
  loads: number,
  load: () => Promise<void>,
): Promise<{ frames: number; banner: number }> {
  await page.setViewportSize({ width: 480, height: 400 })
  await page.addInitScript(
    (colour) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        `[data-assent="banner"], [data-assent="banner"] * { background: ${colour} !important; color: ${colour} !important }`,
      )
      document.adoptedStyleSheets.push(sheet)
    },
    `rgb(${LOUD.join(' ')})`,
  )

  // What stands in the page is the first frame, and not of these loads.
  await page.goto('about:blank')
  const pictures: string[] = []
  const session = await page.context().newCDPSession(page)
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data)
    // The page may be gone by now.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  })
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 })
  for (let count = 0; count < loads; count++) await load()
  await session.send('Page.stopScreencast')
  await session.detach()

  const blank = await page.context().newPage()
  const seen = await blank.evaluate(countLoud, { pictures, loud: [...LOUD] })
  await blank.close()
  return { frames: pictures.length, banner: seen }
}

/** In how many of the pictures there is the loud colour. Runs in a page, which can read a PNG. */
async function countLoud({ pictures, loud }: { pictures: string[]; loud: number[] }): Promise<number> {
  let seen = 0
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    if (!context) throw new Error('The page cannot draw.')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    for (let at = 0; at < data.length; at += 4) {
      // A frame in the middle of a transition mixes the colour with what is behind.
      if (loud.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 60)) {
        seen += 1
        break
      }
    }
  }
  return seen
}
