import { debug } from '../../core/debug.js'

/** The most bytes of all Set-Cookie lines of a reply. Many servers and proxies accept no more in all headers together. */
const MAX_SET_COOKIE_BYTES = 8000

/** How many lines that do not fit are passed over. A shorter one may follow, but a stranger can make the list long. */
const MAX_MISFITS = 500

/** Makes a function that takes lines into a reply, all of them or none. It says whether they fit beside those before. */
export function roomBeside(taken: readonly string[]): (lines: readonly string[]) => boolean {
  let bytes = bytesOf(taken)
  return (lines) => {
    const size = bytesOf(lines)
    if (bytes + size > MAX_SET_COOKIE_BYTES) return false
    bytes += size
    return true
  }
}

/** Gives the lines that fit beside those that are taken. It asks for no more lines when the reply is full. */
export function fitting(lines: Iterable<string>, taken: readonly string[]): string[] {
  const fits = roomBeside(taken)
  const within: string[] = []
  const left: string[] = []
  for (const line of lines) {
    if (fits([line])) within.push(line)
    else if (left.push(line) === MAX_MISFITS) break
  }
  if (left.length) reportLeft(left)
  return within
}

/** Tells, in development, what does not fit into a reply: lines, or names of cookies. */
export function reportLeft(left: readonly string[]): void {
  debug('These Set-Cookie lines do not fit into one reply and are left out.', left.slice(0, MAX_MISFITS))
}

/** The bytes of lines as they are on the wire, one character a byte. */
function bytesOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 'Set-Cookie: \r\n'.length, 0)
}
