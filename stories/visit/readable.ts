const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** The value of a cookie as people read it: decoded, and JSON without its signs: `items 3, total 15`. */
export function readable(text: string): string {
  const decoded = decode(text)
  try {
    return told(JSON.parse(decoded))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return decoded || 'empty'
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return text
  }
}

function told(value: unknown): string {
  if (Array.isArray(value)) return value.length ? value.map(told).join(', ') : 'none'
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, member]) => `${name} ${told(member)}`)
      .join(' · ')
  const word = String(value)
  return /^\d{4}-\d\d-\d\dT/.test(word) ? moment.format(new Date(word)) : word
}
