// What packages add to a page: bytes, minified and gzipped for production, React left out. What is loaded lazily counts.
import { alone, rowOf } from './measure.mjs'
import { banners, hooks, stores } from './apps.mjs'
import { bundle, gzip } from './bundle.mjs'

/** @returns {Promise<import('./measure.mjs').Row[]>} */
export async function run() {
  const rows = []
  for (const [title, apps] of Object.entries({
    'Banner and panel': banners,
    'Cookie hook': hooks,
    'Store without React': stores,
  })) {
    const sizes = await Promise.all(
      Object.entries(apps)
        .filter(([name]) => name !== 'the page alone')
        .map(async ([name, { code }]) => ({ name, ...(await bundle(code, { react: false })) })),
    )
    const bytesOf = (/** @type {import('./bundle.mjs').Bundle} */ { js, css }) => gzip(js) + gzip(css)
    const ours = sizes.find(({ name }) => name === 'assent')
    for (const size of sizes) {
      const styles = size.css ? `, of them CSS ${(gzip(size.css) / 1000).toFixed(1)}` : ''
      const compared = ours && size !== ours ? { ratio: bytesOf(size) / bytesOf(ours), to: 'assent' } : {}
      rows.push(rowOf(`${title}: ${size.name}`, [bytesOf(size) / 1000], `kB${styles}`, compared))
    }
  }
  return rows
}

await alone(import.meta, run)
