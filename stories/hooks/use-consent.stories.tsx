import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConsentBanner, useConsent } from 'assent'
import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import source from '../../src/react/use-consent.ts?raw'
import { tsdocOf } from '../visit/tsdoc-of.js'

function Analytics(): ReactNode {
  return <p role="status">{useConsent('analytics') ? 'Analytics runs.' : 'No analytics.'}</p>
}

const meta = {
  title: 'Hooks/useConsent',
  parameters: { docs: { description: { component: tsdocOf(source, 'useConsent') } } },
  render: () => <Analytics />,
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const Granted: Story = {
  parameters: { visit: { granted: ['analytics'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Analytics runs.')
  },
}

export const Refused: Story = {
  parameters: { visit: { granted: [] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('No analytics.')
  },
}

/** It changes with the choice. */
export const Asked: Story = {
  parameters: { docs: { story: { inline: false, height: '480px' } } },
  render: () => (
    <>
      <ConsentBanner />
      <Analytics />
    </>
  ),
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('No analytics.')
    await userEvent.click(canvas.getByRole('button', { name: 'Accept all' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('Analytics runs.')
  },
}
