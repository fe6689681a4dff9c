import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { ConsentError, defineConsent } from 'assent/core'
import { consentMiddleware } from 'assent/node'
import { consentHandler, createCookies, hardenSetCookies, readConsent, secureCookies } from 'assent/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { growth, LINEAR } from '../../fixtures/growth.js'

const consent = defineConsent({
  version: 1,
  categories: { essential: { name: 'Essential', description: '', required: true } },
})
const STRONG = randomBytes(32).toString('hex')
interface Given {
  readonly secret: string
  readonly fallbackSecrets?: readonly string[]
}

/** Everywhere that a secret is taken. */
const takers: Readonly<Record<string, (given: Given) => unknown>> = {
  createCookies: (given) => createCookies('a=1', given),
  consentHandler: (given) => consentHandler({ consent, ...given }),
  consentMiddleware: (given) => consentMiddleware({ consent, ...given }),
  readConsent: (given) => readConsent('a=1', consent, given),
  'readConsent with requireSignature': (given) => readConsent('a=1', consent, { ...given, requireSignature: true }),
  hardenSetCookies: (given) => hardenSetCookies([], { consent, request: 'a=1', ...given }),
  secureCookies: (given) => secureCookies(new Response(), { consent, request: 'a=1', ...given }),
}

beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'production')
})

const isTaken = (secret: string): boolean => {
  try {
    createCookies('', { secret })
    return true
  } catch (error) {
    if (error instanceof ConsentError && error.code === 'weak-secret') return false
    throw error
  }
}

describe('a weak secret is refused in production', () => {
  it.each(Object.entries(takers))('by %s', (_, take) => {
    for (const secret of ['a', '12345678901234567890123456789012', 'changeme-changeme-changeme-changeme']) {
      expect(() => take({ secret })).toThrow(expect.objectContaining({ code: 'weak-secret' }))
      expect(() => take({ secret: STRONG, fallbackSecrets: [STRONG, secret] })).toThrow(
        expect.objectContaining({ code: 'weak-secret' }),
      )
    }
    expect(() => take({ secret: '' })).toThrow(expect.objectContaining({ code: 'missing-secret' }))
    expect(() => take({ secret: STRONG, fallbackSecrets: [randomUUID()] })).not.toThrow()
  })

  it.each([
    '12345678901234567890123456789012',
    '01234567890123456789012345678901',
    '98765432109876543210987654321098',
    '0123456789abcdef0123456789abcdef',
    'fedcba9876543210fedcba9876543210',
    '000102030405060708090a0b0c0d0e0f',
    'abcdefghijklmnopqrstuvwxyz123456',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345',
    'zyxwvutsrqponmlkjihgfedcba987654',
    'acegikmoqsuwyacegikmoqsuwyacegik',
    'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
    'aabbccddeeffgghhiijjkkllmmnnoopp',
    'aaaabbbbccccddddeeeeffffgggghhhh',
    'abcabcabcabcabcabcabcabcabcabcabcde',
    'deadbeefdeadbeefdeadbeefdeadbeef',
    'deadbeefcafebabe0123456789abcdef',
    'qwertyuiopasdfghjklzxcvbnmqwerty',
    'QWERTYUIOP1234567890ASDFGHJKLZXC',
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,',
    '!QAZ@WSX#EDC$RFV%TGB^YHN&UJM*IK<',
    'qwertzuiopasdfghjklyxcvbnm123456',
    'changeme-changeme-changeme-changeme',
    'changeme-0123456789abcdef0123456789',
    'changeme-please-change-me-in-production',
    'change-me-Zq8Kx0vWm3Rt7Yp2Ls9Nd4Gh6',
    'CHANGE_THIS_TO_SOMETHING_RANDOM_1a2b3c4d5e',
    'replace-me-with-a-real-secret-of-32-chars',
    'your-secret-here-your-secret-here',
    'your-256-bit-secret-your-256-bit-secret',
    'your_super_secret_jwt_signing_key_here',
    'a-string-secret-at-least-256-bits-long',
    'a secret of your site, 32 characters at least',
    'thisisaverysecuresecretkey123456',
    'MySuperSecretKeyForJWTSigning2024!',
    'supersecretsupersecretsupersecret',
    'super-secret-session-password-1234567890',
    'passwordpasswordpasswordpassword',
    'Password123!Password123!Password1',
    'P4ssw0rdP4ssw0rdP4ssw0rdP4ssw0rd',
    's3cr3t-k3y-s3cr3t-k3y-s3cr3t-k3y',
    'keyboard cat keyboard cat keyboard cat',
    'correcthorsebatterystaplecorrecthorse',
    'correct horse battery staple 12345678',
    'iloveyouiloveyouiloveyouiloveyou',
    'loremipsumdolorsitamet-loremipsumdolorsitamet',
    'test-secret-for-development-only-0001',
    'secretsecretsecretsecretsecretsecret1',
    'admin:admin:admin:admin:admin:admin:1234',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaabcdefgh',
    '00000000-0000-0000-0000-000000000000',
    '123e4567-e89b-12d3-a456-426614174000',
    'django-insecure-v0b$k8#n2@x!q9w5e7r1t3y6u4i8o2p',
    'insecure-v0bk8n2xq9w5e7r1t3y6u4i8o2p',
    'placeholder_v0bk8n2xq9w5e7r1t3y6u4i8',
    '${COOKIE_SECRET_FROM_ENVIRONMENT_V0BK8N2XQ}',
    '{{ cookie_secret_v0bk8n2xq9w5e7r1t3y6u4i8 }}',
    'process.env.COOKIE_SECRET_OF_V0BK8N2XQ9W5',
    'generate-with-openssl-rand-base64-32',
    Buffer.from('changeme-changeme-changeme').toString('base64'),
    Buffer.from('passwordpassword123456789').toString('base64url'),
    Buffer.from('supersecretpassword').toString('hex'),
    Buffer.from(Array.from({ length: 32 }, (_, i) => i)).toString('base64'),
    Buffer.from(Array.from({ length: 32 }, (_, i) => i)).toString('hex'),
    Buffer.alloc(32).toString('base64'),
  ])('%s', (secret) => {
    expect(isTaken(secret)).toBe(false)
  })

  const variants = (uuid: string) => [uuid, uuid.toUpperCase(), uuid.replaceAll('-', ''), `{${uuid}}`]
  const encoded = (text: string) => [
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('base64url'),
    Buffer.from(text).toString('hex').toUpperCase(),
    Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
    Buffer.from(Buffer.from(text).toString('hex')).toString('base64'),
  ]
  it.each<[string, readonly string[]]>([
    [
      'sentences',
      [
        'this is my very secret key for cookies',
        'This-Is-My-Very-Secret-Key-For-Cookies',
        'this_is_my_very_secret_key_for_cookies_2026!',
        'thisIsMyVerySecretKeyForMyCookies',
        'thisismyverysecretkeyformycookies',
        'THIS IS MY VERY SECRET KEY FOR COOKIES',
        'th1s 1s my v3ry s3cr3t k3y f0r c00k13s',
        'a secret of the shop that is long enough',
        'the quick brown fox jumps over the lazy dog',
        'my grandmother bakes wonderful cakes on sunday',
        'all human beings are born free and equal in dignity',
        'it was the best of times, it was the worst of times',
        'never gonna give you up, never gonna let you down',
        'lets-make-sure-nobody-can-guess-this-one',
        'MayTheForceBeWithYouAlways2026!!!',
      ],
    ],
    [
      'few words',
      [
        'correct horse battery staple correct',
        'correct-horse-battery-staple-marmalade',
        'CorrectHorseBatteryStapleMarmalade',
        'marmalade violin pumpkin otter mandolin',
        'marmalade-violin-pumpkin-otter-mandolin',
      ],
    ],
    [
      'digits that everybody knows',
      [
        '3.14159265358979323846264338327950288',
        '31415926535897932384626433832795',
        '14159265358979323846264338327950',
        '2.71828182845904523536028747135266',
        '27182818284590452353602874713526',
        '161803398874989484820458683436563',
        '141421356237309504880168872420969',
      ],
    ],
    [
      'walks and sequences',
      [
        'qazwsxedcrfvtgbyhnujmikolpqazwsx',
        'zxcvbnmasdfghjklqwertyuiop123456',
        'poiuytrewqlkjhgfdsamnbvcxz098765',
        'zyxwvutsrqponmlkjihgfedcba9876543210',
        'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789',
        '02468ace13579bdf02468ace13579bdf',
        'Qq1!Qq1!Qq1!Qq1!Qq1!Qq1!Qq1!Qq1!',
        'Zq8Kx0vWZq8Kx0vWZq8Kx0vWZq8Kx0vW',
        'x7K2x7K2-x7K2x7K2-x7K2x7K2-x7K2x7K2',
        '2026-11-01 2026-11-02 2026-11-03 2026-11-04',
      ],
    ],
    [
      'UUIDs of documents',
      [
        '11111111-1111-1111-1111-111111111111',
        'ffffffff-ffff-ffff-ffff-ffffffffffff',
        'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
        '12345678-1234-1234-1234-123456789012',
        'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
        '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
        '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
        '550e8400-e29b-41d4-a716-446655440000',
        '919108f7-52d1-4320-9bac-f847db4148a8',
      ].flatMap(variants),
    ],
    [
      'values that nobody filled in',
      [
        '${SESSION_SECRET_OF_THIS_APPLICATION}',
        '${COOKIE_SECRET:-v0bk8n2xq9w5e7r1t3y6u4}',
        '$(openssl rand -hex v0bk8n2xq9w5e7r1t3)',
        '<your-v0bk8n2xq9w5e7r1t3y6u4i8-secret>',
        '<%= ENV["V0BK8N2XQ9W5E7R1T3Y6U4I8"] %>',
        '{{ .Values.v0bk8n2xq9w5e7r1t3y6u4i8 }}',
        '%env(V0BK8N2XQ9W5E7R1T3Y6U4I8_O2P1)%',
        '@@V0BK8N2XQ9W5E7R1T3Y6U4I8O2P1L0@@',
        '$V0BK8N2XQ9W5E7R1T3Y6U4I8O2P1L0',
        'process.env.SECRET process.env.SECRET',
        'undefinedundefinedundefinedundefined',
        'undefined-undefined-undefined-null',
        'null null null null null null null null',
        '[object Object][object Object][object Object]',
        'function () { return process.env.SECRET }',
      ].filter((secret) => secret.length >= 32),
    ],
    [
      'examples of frameworks',
      [
        'django-insecure-Zq8Kx0vWm3Rt7Yp2Ls9Nd4Gh6',
        'complex_password_at_least_32_characters_long',
        'password-should-be-at-least-32-characters',
        'super-secret-jwt-token-with-at-least-32-characters-long',
        'ThisTokenIsNotSoSecretChangeIt!!!',
        'put your unique phrase here, please do',
        'your-nextauth-secret-v0bk8n2xq9w5e7r1',
        'YourSecretKey!!!SomeRandomString',
        '192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf',
        '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7',
        'keyboard cat, keyboard cat; and more cats',
        createHash('sha256').update('').digest('hex'),
        createHash('sha256').update('password').digest('hex'),
        createHash('sha1').update('').digest('hex'),
        createHash('md5').update('password').digest('hex'),
      ],
    ],
    [
      'encodings of those',
      [
        'this is my very secret key for cookies',
        'correct horse battery staple!',
        '3.14159265358979323846264338327950288',
        'abcdefghijklmnopqrstuvwxyz',
        '[object Object][object Object]',
        '550e8400-e29b-41d4-a716-446655440000',
      ].flatMap(encoded),
    ],
  ])('%s', (_, secrets) => {
    expect(secrets.filter(isTaken)).toEqual([])
  })
})

it('the time to check a secret is linear in its length', async () => {
  const shapes: Readonly<Record<string, (length: number) => string>> = {
    random: (length) => randomBytes(length / 2).toString('hex'),
    'one letter': (length) => 'a'.repeat(length - 5) + 'bcdef',
    'words without an end': (length) => 'webapp'.repeat(length / 6) + '1',
    'a word that is cut off': (length) => 'passwor'.repeat(length / 7),
    placeholders: (length) => 'not_so_a_very_'.repeat(length / 14),
    'equals signs': (length) => '='.repeat(length),
    'a template without an end': (length) => '${' + 'A_'.repeat(length / 2),
  }
  for (const [shape, make] of Object.entries(shapes)) {
    // Another one each time, because what was found is kept.
    const ratio = await growth((length) => make(length) + randomUUID(), isTaken, 420)
    expect(ratio, shape).toBeLessThan(LINEAR)
  }
})

describe('a strong secret is taken', () => {
  const pick = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  const LOWER = 'abcdefghijklmnopqrstuvwxyz'
  const SYLLABLES = ['tro', 'gly', 'mip', 'vex', 'dun', 'kra', 'shof', 'wel', 'nib', 'zug', 'plo', 'quim', 'jast', 'fo']
  const makers: Readonly<Record<string, () => string>> = {
    '16 bytes of hex': () => randomBytes(16).toString('hex'),
    '32 bytes of hex': () => randomBytes(32).toString('hex'),
    '32 bytes of HEX': () => randomBytes(32).toString('hex').toUpperCase(),
    '64 bytes of hex': () => randomBytes(64).toString('hex'),
    '24 bytes of base64': () => randomBytes(24).toString('base64'),
    '32 bytes of base64': () => randomBytes(32).toString('base64'),
    '48 bytes of base64url': () => randomBytes(48).toString('base64url'),
    'a UUID': () => randomUUID(),
    'a UUID without hyphens and letters in upper case': () =>
      (randomUUID() + randomUUID()).replaceAll('-', '').toUpperCase(),
    "Django's get_random_secret_key": () => pick(`${LOWER}0123456789!@#$%^&*(-_=+)`, 50),
    'letters and digits': () => pick(`${LOWER}${LOWER.toUpperCase()}0123456789`, 32),
    'lower-case letters': () => pick(LOWER, 32),
    digits: () => pick('0123456789', 40),
    'printable ASCII': () => pick(String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i)), 32),
    'a SHA-1 of something random': () => createHash('sha1').update(randomBytes(20)).digest('hex'),
    'a UUID without hyphens': () => randomUUID().replaceAll('-', ''),
    'two UUIDs': () => randomUUID() + randomUUID(),
    '32 bytes of base64 without padding': () => randomBytes(32).toString('base64').replace(/=+$/, ''),
    base32: () => pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32),
    'a prefix and 20 letters and digits': () => `shop-session-${pick(`${LOWER}${LOWER.toUpperCase()}0123456789`, 20)}`,
    'a prefix and hex': () => `shop-v1-${randomBytes(16).toString('hex')}`,
    'a passphrase': () => Array.from({ length: 4 }, () => SYLLABLES[randomInt(14)] ?? '').join('') + pick(LOWER, 24),
  }
  const TIMES = 500 * Number(process.env.FUZZ ?? 1) // 20,000 of each with FUZZ=40
  it.each(Object.entries(makers))(`%s, ${TIMES} times`, (_, make) => {
    const refused = Array.from({ length: TIMES }, make).filter((secret) => !isTaken(secret))
    expect(refused).toEqual([])
  })

  // Six words of a list of 7776 are 77 bits. A sentence has fewer: each of its words says more of the next.
  it.each([
    'glacier violin pumpkin otter mandolin quartz',
    'glacier-violin-pumpkin-otter-mandolin-quartz-elbow',
    'Glacier.Violin.Pumpkin.Otter.Mandolin.Quartz.Elbow',
    'unwieldy cobweb strangle parsnip rotunda gecko tulip',
  ])('the passphrase %j', (secret) => {
    expect(isTaken(secret)).toBe(true)
  })
})

it('a weak secret is one warning in development', () => {
  vi.stubEnv('NODE_ENV', 'development')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const secret = 'password-of-this-test-password-of-this-test'
  for (const take of Object.values(takers)) take({ secret })
  expect(warn).toHaveBeenCalledOnce()
  expect(warn.mock.lastCall?.[0]).not.toContain(secret)
})
