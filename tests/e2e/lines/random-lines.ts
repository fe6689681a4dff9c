/** Picks by a seed, so that a run can be repeated: mulberry32. */
function pickerOf(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (most: number): number => Math.floor(next() * most),
    one: <T>(items: readonly [T, ...T[]]): T => items[Math.floor(next() * items.length)] ?? items[0],
    chance: (share: number): boolean => next() < share,
  }
}
type Picker = ReturnType<typeof pickerOf>

/** How a browser takes what is written: every byte as one character. */
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

/** Makes odd Set-Cookie lines. Each has its number in its name and its value, as `_7_`. */
export function randomLines(seed: number, count: number, now: number): string[] {
  const pick = pickerOf(seed)
  return Array.from({ length: count }, (_, i) => {
    const attributes = Array.from({ length: pick.below(7) }, () => attribute(pick, now))
    return [pair(pick, i), ...attributes].join(pick.one([';', '; ', '; ', '; ', ' ;  ', ';\t']))
  })
}

function pair(pick: Picker, i: number): string {
  const kind = pick.one(['ok_', 'ok_', 'no_', 'no_', 'no_', 'sess_', 'sess_', 'temp_', 'temp_', 'other_', 'OK_', 'No_'])
  const prefix = pick.one(['', '', '', '', '', '', '', '', '__Host-', '__Secure-', '__host-', '__Http-', ' ', '\t'])
  const name = `${prefix}${kind}_${i}_${pick.chance(0.2) ? junk(pick) : ''}`
  const value = `v_${i}_${pick.chance(0.4) ? junk(pick) : ''}`
  if (pick.chance(0.02)) return `${name}=${value}${'x'.repeat(pick.one([3900, 4060, 4200, 9000]))}`
  if (pick.chance(0.88)) return `${name}${pick.one(['=', '=', '=', '=', ' = ', '\t=\t', '= '])}${value}`
  return pick.one([
    `=${name}=${value}`,
    name,
    `=${name}`,
    `==${name}`,
    ` = ${name}=`,
    `= =${value}`,
    `"${name}=${value}"`,
  ])
}

function junk(pick: Picker): string {
  return pick.one([
    '"',
    '"a b"',
    ' a b',
    'a,b',
    'a=b=c',
    '%zz',
    '\\054',
    '<x>',
    "'",
    '\x7f',
    String.fromCharCode(1 + pick.below(8)),
    '\ta',
    utf8('größe'),
    utf8('🍪'),
    '\xff\xa0',
    '__Host-x',
    'Max-Age=0',
    ',HttpOnly',
  ])
}

function attribute(pick: Picker, now: number): string {
  const name = pick.one([
    'Max-Age',
    'Max-Age',
    'Max-Age',
    'Expires',
    'Expires',
    'Expires',
    'Secure',
    'HttpOnly',
    'HttpOnly',
    'SameSite',
    'SameSite',
    'Path',
    'Domain',
    'Partitioned',
    'Priority',
    'Foo',
    '',
  ])
  const cased = pick.one([name, name, name.toLowerCase(), name.toUpperCase()])
  const equals = pick.one(['=', '=', '=', '=', ' = ', '\t=', '= ', ''])
  const text = `${cased}${equals}${valueOf(name, pick, now)}`
  if (pick.chance(0.04)) return text + pick.one([utf8('ä'), '\xa0', '\x01', '\t', ' ', ',', '"', ',x=1'])
  return pick.chance(0.02) ? pick.one(['x,y', utf8('ä=1'), '=', ' ', `x=${'y'.repeat(1500)}`, '"Secure"', ',']) : text
}

function valueOf(name: string, pick: Picker, now: number): string {
  const long = 'x'.repeat(1100)
  switch (name) {
    case 'Max-Age':
      return pick.one([
        '0',
        '0',
        '-1',
        '60',
        '1800',
        '90000',
        '99999999',
        '+100000',
        '+60',
        '-0',
        '000090000',
        'x',
        '',
        '1e9',
        '9e9',
        '"90000"',
        '90000x',
        '90000.5',
        '0x99999',
        '9 9999999',
        '9'.repeat(25),
        `-${'9'.repeat(25)}`,
        `${'0'.repeat(1100)}90000`,
      ])
    case 'Expires':
      return dateText(pick, now + pick.one([-1e12, -86_400_000, -3_600_000, 1_200_000, 7_200_000, 9e8, 9e10, 4e11]))
    case 'SameSite':
      return pick.one(['Strict', 'Strict', 'Lax', 'None', 'strict', 'NONE', 'x', '', '"Strict"', long])
    case 'Path':
      return pick.one(['/', '/', '/', '', 'x', '/a', utf8('/ä'), '/a,b', `/${long}`])
    case 'Domain':
      return pick.one(['', '', '', 'localhost', 'example.com', '.localhost', utf8('ä')])
    case 'Priority':
      return pick.one(['High', 'Low', 'x'])
    default:
      return pick.one(['', '', '', '', 'false', 'x', '"', long])
  }
}

/** Writes a moment in one of many forms, which browsers read in different ways. */
function dateText(pick: Picker, time: number): string {
  const date = new Date(time)
  const plain = date.toUTCString()
  const [weekday = '', day = '', month = '', year = '', clock = ''] = plain.split(' ')
  return pick.one([
    plain,
    plain,
    plain.toLowerCase(),
    plain.replace('GMT', ''),
    plain.replace('GMT', pick.one(['PST', 'EST', 'CET', '-1200', '+0900', 'UTC', 'GMT-0500', 'GMT+14', 'Z', 'x'])),
    `${weekday} ${day}-${month}-${year} ${clock} GMT`,
    `${weekday} ${day}-${month}-${year.slice(-2)} ${clock} GMT`,
    `${weekday.slice(0, 3)} ${month} ${day} ${clock} ${year}`,
    `${day} ${month} ${year} ${clock}`,
    `${clock} ${day} ${month} ${year}`,
    `${year} ${day} ${month} ${clock}`,
    `${day} ${month} ${year}`,
    `${day} ${month} ${year} ${clock.slice(0, 5)}`,
    `${day} ${month} ${year} 10:00:00PM`,
    `${day}${pick.one(['st', 'th', ' 1', ' 99'])} ${month} ${year} ${clock}`,
    `1 ${day} ${month} ${year} ${clock}`,
    `${day} ${month} 2${year} ${clock}`,
    `${day} ${month} 0${year} ${clock}`,
    `${day} ${month} ${year}abc ${clock}`,
    `${day}${month}${year} ${clock}`,
    `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${year} ${clock}`,
    `${date.getUTCMonth() + 1}-${date.getUTCDate()}-${year.slice(-2)}`,
    `31 Feb ${year} ${clock}`,
    `${day} ${month} ${year} ${pick.one(['24:00:00', '23:59:60', '99:00:00'])}`,
    `"${plain}"`,
    `${plain}${'x'.repeat(1100)}`,
    date.toISOString(),
    pick.one(['0', '-1', 'never', '', 'Mon, 01 Jan 0001 00:00:00 GMT', '1893456000', 'Thu, 01 Jan 1970 00:00:00 GMT']),
  ])
}
