import { embedSnapshot, type Snapshot } from 'assent/core'
import type { AppProps } from '../src/app.js'
import { language, theme } from '../src/consent.js'
import { wordsIn } from '../src/content/words.js'
import { htmlAttributes } from '../src/html-attributes.js'
import { pageOf } from '../src/pages/page-of.js'
import { themeHref } from '../src/trying/options.js'
import { client } from './files.js'

/** The document around what React rendered. The snapshot goes with it, so that the browser renders the same. */
export function htmlOf(
  { path, options }: Pick<AppProps, 'path' | 'options'>,
  body: string,
  cookies?: Snapshot,
): string {
  const words = wordsIn(language.decode(cookies?.cookies.pref_language))
  const attributes = Object.entries(htmlAttributes(words.language, theme.decode(cookies?.cookies.theme), options.theme))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
  const look = themeHref(options.theme)
  const hasScripts = options.scripts === 'on'
  // The script before the banner waits for the styles, and the parser with it: without rel="expect" a browser may paint
  // the half of the page that it has when they arrive, and then move it.
  return `<!doctype html>
<html${attributes.join('')}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escape(`${pageOf(path).title(words)} · ${words.site}`)}</title>
<link rel="icon" href="/favicon.svg">
${client.styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
${look ? `<link rel="stylesheet" href="${look}" id="look">` : ''}
<link rel="expect" href="#footer" blocking="render">
${hasScripts ? `<script type="module" src="${client.script}"></script>` : ''}
${cookies && hasScripts ? `<script type="application/json" data-assent="state">${embedSnapshot(cookies)}</script>` : ''}
</head>
<body><div id="root">${hasScripts ? body : body.replace(SCRIPT, '')}</div></body>
</html>
`
}

/** The one that stands before the banner. */
const SCRIPT = /<script\b[^>]*data-assent="before-paint"[^]*?<\/script>/

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
