import { parseCookieDate } from '../cookies/parse-cookie-date.js'
import { hasOtherZone } from './changed.js'

const IMF_FIXDATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Checks the form of a date. Browsers read its parts in any order and ignore the weekday. */
export function dateForm(text: string): ('expires-format' | 'expires-weekday')[] {
  const date = parseCookieDate(text)
  if (!date) return []
  const codes: ('expires-format' | 'expires-weekday')[] = []
  const [weekday] = /(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun)/i.exec(text) ?? []
  if (!IMF_FIXDATE.test(text) && !hasOtherZone(text)) codes.push('expires-format')
  if (weekday && !date.toUTCString().toLowerCase().startsWith(weekday.toLowerCase())) codes.push('expires-weekday')
  return codes
}

/** Whether Max-Age and Expires give different times. */
export function disagree(maxAge: number, untilExpires: number): boolean {
  if (maxAge <= 0 || untilExpires <= 0) return maxAge > 0 || untilExpires > 0
  // Clocks may differ by a minute.
  return Math.abs(maxAge - untilExpires) > 60
}
