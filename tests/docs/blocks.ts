import path from 'node:path'

/** A block of code in a page, ready to be checked as a module of its own. */
export interface Block {
  /** The page, with the line on which the code starts: where a reader would look for it. */
  readonly page: string
  readonly line: number
  /** The name by which other blocks of the page import it: that of a first line such as `// consent.ts`. */
  readonly file: string
  readonly code: string
}

const FENCE = /^```(tsx?)([^\n]*)\n([^]*?)^```$/gm
const DOC_COMMENT = /^[ \t]*\/\*\*[^]*?\*\//gm

/**
 * The `ts` and `tsx` blocks of a page. A block whose first line is a comment with a file's name is that file; one that
 * is fenced with ```` ```tsx continues ```` goes on in the module of the block before it.
 */
export function blocksOf(page: string, text: string): Block[] {
  const blocks: Block[] = []
  for (const { index, 1: language = '', 2: info = '', 3: code = '' } of text.matchAll(FENCE)) {
    const line = text.slice(0, index).split('\n').length + 1
    const previous = blocks.at(-1)
    if (info.trim() === 'continues' && previous) {
      // Blank lines keep the numbers of the lines as they are in the page.
      const gap = line - previous.line - previous.code.split('\n').length + 1
      blocks[blocks.length - 1] = { ...previous, code: previous.code + '\n'.repeat(gap) + code }
    } else {
      const file = /^\/\/ (\S+\.tsx?)\n/.exec(code)?.[1] ?? `line-${line}.${language}`
      blocks.push({ page, line, file, code })
    }
  }
  return blocks
}

const SAVED = /^Save \[[^\]]+\]\(([^)#]+)#[^)]+\) as `([^`]+)`/gm

/**
 * The blocks of a page, and those of other pages that it tells to save: "Save [the declaration](README.md#the-declaration) as
 * `src/consent.ts`" is the block `consent.ts` of that page, under this name.
 */
export function blocksWithSaved(page: string, textOf: (page: string) => string): Block[] {
  const saved = [...textOf(page).matchAll(SAVED)].map(([, target = '', file = '']): Block => {
    const other = path.posix.join(path.posix.dirname(page), target)
    const block = blocksOf(other, textOf(other)).find((one) => one.file === path.posix.basename(file))
    if (!block) throw new Error(`${page} saves ${file}, which is no block of ${other}.`)
    return { ...block, file }
  })
  return [...saved, ...blocksOf(page, textOf(page))]
}

/** The examples in the TSDoc of a source file, by the same rules; the lines are those of the source. */
export function examplesOf(file: string, source: string): Block[] {
  const comments = source.replace(/[^\n]/g, ' ').split('')
  for (const { 0: comment, index } of source.matchAll(DOC_COMMENT))
    comments.splice(index, comment.length, ...comment.split(''))
  const text = comments
    .join('')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
  return blocksOf(file, text)
}
