import { createHash } from 'node:crypto'
import { beforePaintHash, beforePaintScript } from 'assent/core'
import { expect, it } from 'vitest'

it('is allowed by its hash in a Content-Security-Policy', () => {
  expect(beforePaintHash).toBe(`sha256-${createHash('sha256').update(beforePaintScript).digest('base64')}`)
})

it('holds nothing that would end its element', () => {
  expect(beforePaintScript).not.toMatch(/<\/|<!--|<script/i)
})
