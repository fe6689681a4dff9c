/**
 * Reads a date as browsers read Expires: the algorithm of RFC 6265bis §5.1.1, which takes its parts in any order and
 * ignores the weekday and the zone. `undefined` where a browser ignores the attribute.
 */
export function parseCookieDate(text: string): Date | undefined {
  let time: string[] | undefined
  let day: number | undefined
  let month: number | undefined
  let year: number | undefined
  for (const token of text.split(/[\t -/;-@[-`{-~]+/)) {
    const clock = time ? null : /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/.exec(token)
    if (clock) time = clock.slice(1)
    else if (day === undefined && /^\d{1,2}(?!\d)/.test(token)) day = parseInt(token, 10)
    else if (month === undefined && monthOf(token) >= 0) month = monthOf(token)
    else if (year === undefined && /^\d{2,4}(?!\d)/.test(token)) year = fullYear(parseInt(token, 10))
  }
  if (!time || day === undefined || month === undefined || year === undefined || year < 1601) return undefined
  const [hour = 0, minute = 0, second = 0] = time.map(Number)
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const date = new Date(Date.UTC(year, month, day, hour, minute, second))
  return date.getUTCDate() === day ? date : undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function monthOf(token: string): number {
  return MONTHS.indexOf(token.slice(0, 3).toLowerCase())
}

function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 70 ? year + 2000 : year + 1900
}
