// Writes the items of the shadcn registry from their sources: registry/source/x.tsx becomes registry/x.json. With `--check` it only compares.
import fs from 'node:fs'

const sources = 'registry/source'
const homepage = JSON.parse(fs.readFileSync('package.json', 'utf8')).homepage

/** @type {Record<string, { title: string, description: string, registryDependencies?: string[] }>} */
const items = {
  'cookie-banner': {
    title: 'Cookie banner',
    description: 'Asks for cookie consent, built on assent.',
    registryDependencies: ['button', './cookie-panel.json'],
  },
  'cookie-panel': {
    title: 'Cookie preferences',
    description: 'The preferences in a dialog, built on assent.',
    registryDependencies: ['button'],
  },
  'cookie-table': {
    title: 'Cookie table',
    description: 'Every declared cookie, for a privacy policy, built on assent.',
  },
}

/** @type {Map<string, { $schema: string, name: string, type: string, title: string, description: string, dependencies: string[], registryDependencies: string[], files: { path: string, type: string, content: string }[] }>} */
const files = new Map()
for (const [name, { title, description, registryDependencies = [] }] of Object.entries(items))
  files.set(`registry/${name}.json`, {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    name,
    type: 'registry:component',
    title,
    description,
    dependencies: ['assent'],
    registryDependencies,
    files: [
      {
        path: `components/${name}.tsx`,
        type: 'registry:component',
        content: fs.readFileSync(`${sources}/${name}.tsx`, 'utf8'),
      },
    ],
  })
const index = {
  $schema: 'https://ui.shadcn.com/schema/registry.json',
  name: 'assent',
  homepage,
  items: [...files.values()].map((item) => ({
    ...item,
    $schema: undefined,
    files: item.files.map(({ path, type }) => ({ path, type })),
  })),
}

const isCheck = process.argv.includes('--check')
/** @type {[string, object][]} */
const all = [...files, ['registry/registry.json', index]]
for (const [file, item] of all) {
  const text = `${JSON.stringify(item, null, 2)}\n`
  if (!isCheck) fs.writeFileSync(file, text)
  else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what its source says: run npm run registry.`)
    process.exitCode = 1
  }
}
