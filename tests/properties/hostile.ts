import fc from 'fast-check'

/** How many times a property runs: more by `FUZZ=50 npm run fuzz`, and anew each time. */
export const runs = (usual: number): fc.Parameters<unknown> => ({
  numRuns: usual * Number(process.env.FUZZ ?? 1),
  verbose: fc.VerbosityLevel.None, // a failure prints its seed and path in any case
})

/** What the grammars of cookies, headers, forms, JSON and patterns are made of, and what breaks naive readers of them. */
const TOKENS = [
  ...[
    ';',
    '=',
    ',',
    ' ',
    '\t',
    '"',
    "'",
    '\\',
    '%',
    '*',
    '{',
    '}',
    '[',
    ']',
    ':',
    '&',
    '+',
    '<',
    '>',
    '/',
    '.',
    '-',
    '_',
  ],
  ...[
    '\r\n',
    '\n',
    '\0',
    '\u007f',
    '\u0080',
    '\u00a0',
    '\u00ff',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\udfff',
    '🍪',
    'é',
    '\\073',
  ],
  ...[
    '%3B',
    '%00',
    '%C3%A9',
    '%E0%A4',
    '%ff',
    '%',
    '%u0041',
    '%25',
    '\\"',
    '\\\\',
    '""',
    '"{',
    'true',
    'yes',
    '1',
    'no',
    'null',
  ],
  ...[
    'cookie_consent',
    'cookie_consent=',
    '_ga',
    '_ga=1',
    'sessionid',
    '__proto__',
    'constructor',
    'toString',
    '__Host-a',
  ],
  ...[
    'categories',
    'services',
    'timestamp',
    'version',
    'given',
    'essential',
    'analytics',
    'marketing',
    'meta',
    'all',
    'refused',
  ],
  ...[
    '"categories":',
    '["analytics"]',
    '"version":2',
    '"timestamp":"2026-02-01T00:00:00.000Z"',
    '"given":true',
    '2026',
    '1e999',
    'NaN',
  ],
  ...[
    'choice=accept',
    'choice=save',
    'categories=analytics',
    'Max-Age=',
    'Expires=',
    'Path=/',
    'Domain=',
    'Secure',
    'SameSite=None',
  ],
  ...['Thu, 01 Jan 1970 00:00:00 GMT', '99999999999999999999', '-1', '+1', '0x10', 'eyJhbGciOi', ':1abc:'],
]

/** Hostile text: pieces of the grammars in any order, any characters at all, or runs of one piece. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...TOKENS), { maxLength: 24 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...TOKENS), fc.integer({ min: 1, max: 3000 }), fc.constantFrom(...TOKENS))
      .map(([piece, count, end]) => piece.repeat(count) + end),
  },
)

/** Any bytes, as the Latin-1 text that a header's reader gives. */
export const latin1: fc.Arbitrary<string> = fc
  .oneof(
    fc.uint8Array({ maxLength: 200 }),
    hostile.map((text) => new TextEncoder().encode(text)),
  )
  .map((bytes) => [...bytes].map((byte) => String.fromCharCode(byte)).join(''))

/** Any value that untyped code may pass. */
export const anything: fc.Arbitrary<unknown> = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
})
