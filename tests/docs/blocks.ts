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
