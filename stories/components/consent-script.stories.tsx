import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConsentScript, useConsentActions } from 'assent'
import { useState } from 'react'
import { expect } from 'storybook/test'

function Measured() {
  const [said, setSaid] = useState<string[]>([])
  const { save, rejectAll } = useConsentActions()
  const say = (text: string) => () => setSaid((before) => [...before, text])
  return (
    <div style={{ padding: 16 }}>
      <button type="button" onClick={() => save({ categories: ['analytics'] })}>
        Allow analytics
      </button>{' '}
      <button type="button" onClick={rejectAll}>
        Withdraw
      </button>
      <p role="status">{said.join(', ') || 'Nothing has run.'}</p>
      {/* Rendered twice, run once. */}
      {['first', 'second'].map((key) => (
        <ConsentScript
          key={key}
          category="analytics"
          id="measure"
          onLoad={key === 'first' ? say('loaded') : undefined}
          onRevoke={key === 'first' ? say('revoked') : undefined}
        >
          {`document.documentElement.dataset.measured = String(Number(document.documentElement.dataset.measured ?? 0) + 1)`}
        </ConsentScript>
      ))}
    </div>
  )
}

const meta = {
  title: 'Components/ConsentScript',
  component: ConsentScript,
  args: { category: 'analytics', src: '/analytics.js' },
  render: () => <Measured />,
  beforeEach: () => {
    delete document.documentElement.dataset.measured
  },
} satisfies Meta<typeof ConsentScript>
export default meta

type Story = StoryObj<typeof meta>

/** It renders nothing, and asks for nothing. */
export const Waiting: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Nothing has run.')
    await expect(document.querySelector('script#measure')).toBeNull()
  },
}

export const GrantedAndTakenBack: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Allow analytics' }))
    await expect(await canvas.findByText('loaded')).toBeVisible()
    await expect(document.documentElement.dataset.measured).toBe('1')
    await userEvent.click(canvas.getByRole('button', { name: 'Withdraw' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('loaded, revoked')
    await expect(document.querySelector('script#measure')).toBeNull()
  },
}
