import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { ConsentError, defineConsent } from 'assent/core'
import { consentMiddleware } from 'assent/node'
import { consentHandler, createCookies, hardenSetCookies, readConsent, secureCookies } from 'assent/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'

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
    'a prefix and hex': () => `shop-v1-${randomBytes(16).toString('hex')}`,
    'a passphrase': () => Array.from({ length: 4 }, () => SYLLABLES[randomInt(14)] ?? '').join('') + pick(LOWER, 24),
  }
  it.each(Object.entries(makers))('%s, 500 times', (_, make) => {
    const refused = Array.from({ length: 500 }, make).filter((secret) => !isTaken(secret))
    expect(refused).toEqual([])
  })

  it.each(['glacier violin pumpkin otter mandolin quartz', 'a secret of the shop that is long enough'])(
    'the sentence %j',
    (secret) => {
      expect(isTaken(secret)).toBe(true)
    },
  )
})

it('a weak secret is one warning in development', () => {
  vi.stubEnv('NODE_ENV', 'development')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const secret = 'password-of-this-test-password-of-this-test'
  for (const take of Object.values(takers)) take({ secret })
  expect(warn).toHaveBeenCalledOnce()
  expect(warn.mock.lastCall?.[0]).not.toContain(secret)
})
