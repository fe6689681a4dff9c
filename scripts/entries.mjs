// The entries of the package: `exports` of package.json is the only list of them, where `./presets/*` is every file of that folder.
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** @type {{ name: string, exports: Record<string, { default?: string, require?: object } | string> }} */
const { name: packageName, exports } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

/** What is imported, such as `assent/presets/hotjar`, and the file that it is, without folder and ending: `presets/hotjar`; and whether `require` has a build of its own. */
export const entries = Object.entries(exports).flatMap(([key, target]) => {
  const { default: file, require: isRequired } = typeof target === 'object' ? target : {}
  if (!file?.endsWith('.js')) return []
  const name = file.slice('./dist/'.length, -'.js'.length)
  return filesOf(name).map((one) => ({ specifier: specifierOf(key, name, one), name: one, isRequired: !!isRequired }))
})

/** The style sheets of the package, as files below `dist`, such as `styles.css`. */
export const sheets = Object.keys(exports)
  .filter((key) => key.endsWith('.css'))
  .flatMap((key) => {
    const [folder = '', star] = key.slice('./'.length).split('*')
    return star === undefined ? folder : fs.readdirSync(path.join(root, 'src', folder)).map((file) => folder + file)
  })

/** @type {(key: string, pattern: string, name: string) => string} */
function specifierOf(key, pattern, name) {
  const [folder = '', star] = pattern.split('*')
  return packageName + (star === undefined ? key : key.replace('*', name.slice(folder.length))).slice(1)
}

/** @type {(name: string) => string[]} */
function filesOf(name) {
  const [folder = '', star] = name.split('*')
  if (star === undefined) return [name]
  const files = fs.readdirSync(path.join(root, 'src', folder)).filter((file) => /\.tsx?$/.test(file))
  return files.map((file) => folder + file.replace(/\.tsx?$/, ''))
}
