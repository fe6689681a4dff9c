import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ConsentErrorCode } from 'assent/core'

// Complete by its type: a code that is missing here, or is no code, does not compile.
const codes = Object.keys({
  'invalid-config': true,
  'invalid-version': true,
  'invalid-category-id': true,
  'duplicate-cookie': true,
  'duplicate-service': true,
  'required-with-services': true,
  'invalid-cookie-name': true,
  'invalid-pattern': true,
  'invalid-attribute': true,
  'lifetime-too-long': true,
  'invalid-url': true,
  'invalid-definition': true,
  'invalid-value': true,
  'async-schema': true,
  'conflicting-definition': true,
  'unknown-category': true,
  'unknown-service': true,
  'missing-jar': true,
  'missing-endpoint': true,
  'missing-provider': true,
  'missing-panel': true,
  'unknown-locale': true,
  'missing-consent': true,
  'missing-secret': true,
  'weak-secret': true,
  'invalid-separator': true,
  'missing-middleware': true,
  'head-sent': true,
} satisfies Record<ConsentErrorCode, true>)

const page = readFileSync(path.join(import.meta.dirname, '../../docs/errors.md'), 'utf8')
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section): [heading: string, text: string] => {
    const [heading = '', ...text] = section.split('\n')
    return [heading, text.join('\n')]
  })

describe('the page of errors', () => {
  it('has a heading for every code, and no other', () => {
    expect(sections.map(([heading]) => heading).sort()).toEqual(codes.sort())
  })

  it.each(sections)('says of %s what happened, why it matters and how to fix it, with an example', (_, text) => {
    for (const part of ['**What happened.**', '**Why it matters.**', '**How to fix it.**', '\n```ts'])
      expect(text).toContain(part)
  })
})
