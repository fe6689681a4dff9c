import { microsoftClarity } from 'assent/presets/microsoft-clarity'
import { clarity } from 'clarity-js'
import { expect, it } from 'vitest'
import { expectDeclared, watchWrites } from './watch-writes.js'

it('declares what clarity-js writes', async () => {
  const writes = watchWrites()
  clarity.start({ projectId: 'test', upload: '/collect', track: true, content: true })
  await expect.poll(writes.cookies).toContain('_clck')
  await expectDeclared(microsoftClarity, writes)
  clarity.stop()
  expect(writes.cookies()).toContain('_clsk')
  expect(writes.keys()).toContain('_cltk')
})
