import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSetCookie, type SetCookie } from 'assent/core'
import { blocksOf } from '../blocks.js'
import { bundleBlock } from '../bundle-block.js'

type Recipe = (request: Request, ...rest: readonly unknown[]) => Response | Promise<Response>

export interface Recipes {
  /** Runs a function that a block of the page exports. */
  run(this: void, name: string, request: Request, ...rest: readonly unknown[]): Promise<Response>
  /** The recipes that no test has run so far. */
  unrun(this: void): readonly string[]
}

/** Every function that the blocks of a page export, as it stands in the page. */
export async function recipesOf(page: string): Promise<Recipes> {
  const file = `docs/recipes/${page}.md`
  const root = path.resolve(import.meta.dirname, '../../..')
  const blocks = blocksOf(file, readFileSync(path.join(root, file), 'utf8'))
  const folder = mkdtempSync(path.join(os.tmpdir(), 'assent-recipes-'))
  const recipes = new Map<string, Recipe>()
  try {
    for (const { code, line } of blocks) {
      const module = path.join(folder, `line-${line}.mjs`)
      writeFileSync(module, await bundleBlock(blocks, code))
      const exported = (await import(pathToFileURL(module).href)) as Readonly<Record<string, unknown>>
      for (const [name, value] of Object.entries(exported)) {
        if (typeof value !== 'function') continue
        if (recipes.has(name)) throw new Error(`${file} has two recipes named ${name}.`)
        recipes.set(name, value as Recipe) // what pages export are functions of a request
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const left = new Set(recipes.keys())
  return {
    async run(name, request, ...rest) {
      const recipe = recipes.get(name)
      if (!recipe) throw new Error(`${file} exports no ${name}.`)
      left.delete(name)
      return recipe(request, ...rest)
    },
    unrun: () => [...left],
  }
}

export const SECRET = 'a-secret-of-at-least-32-characters'

/** A request of a visitor with these cookies; with a form, a POST of it. */
export function visit(pathname: string, cookie = '', form?: Readonly<Record<string, string>>): Request {
  return new Request(`https://shop.example.com${pathname}`, {
    headers: { cookie, 'Sec-Fetch-Site': 'same-origin' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
}

export const linesOf = (response: Response): readonly string[] => response.headers.getSetCookie()

/** What a browser with these cookies sends after a reply; lines that delete take theirs away. */
export function cookiesAfter(response: Response, before = ''): string {
  const jar = new Map(before.split('; ').flatMap((pair) => (pair ? [[pair.replace(/=.*/, ''), pair] as const] : [])))
  for (const line of linesOf(response)) {
    const [pair = ''] = line.split(';')
    const name = pair.replace(/=.*/, '')
    if (/; Max-Age=0(?=;|$)/.test(line)) jar.delete(name)
    else jar.set(name, pair)
  }
  return [...jar.values()].join('; ')
}

/** The cookies that a reply deletes, sorted. */
export function deletedBy(response: Response): readonly string[] {
  return linesOf(response)
    .map((line) => parseSetCookie(line))
    .filter((cookie): cookie is SetCookie => cookie?.maxAge === 0)
    .map(({ name }) => name)
    .sort()
}
