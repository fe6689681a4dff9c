/**
 * A text without the spaces and tabs around it: the WSP of RFC 6265bis §5.6. `String.prototype.trim` also takes
 * no-break spaces and other characters that belong to a value.
 */
export function trimWsp(text: string): string {
  let start = 0
  let end = text.length
  while (isWsp(text[start])) start++
  while (isWsp(text[end - 1])) end--
  return text.slice(start, end)
}

function isWsp(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}
