/** Whether a browser refuses a cookie for its text: a control character other than a tab. RFC 6265bis §5.6. */
export function hasControlCharacter(text: string): boolean {
  return /[^\t -~\x80-\uffff]/.test(text)
}
