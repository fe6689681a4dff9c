// Where the browsers are: Debian's, or the executables that CHROMIUM, FIREFOX and WEBKIT_DRIVER name.
// Chromium without a window is what Playwright takes by itself for a headless one: a page takes half the time.

/** Options with which Playwright launches Chromium. */
export const chromium = () => ({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})

/**
 * Options with which Playwright launches Firefox.
 * @param {Record<string, boolean>} [prefs]
 */
export const firefox = (prefs) => ({
  executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
  // Without a process for each site a page takes half the time, and sees no difference.
  firefoxUserPrefs: { 'fission.autostart': false, ...prefs },
})

/** The WebDriver of WebKitGTK, which starts a browser of its own. */
export const webkitDriver = () => process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver'
