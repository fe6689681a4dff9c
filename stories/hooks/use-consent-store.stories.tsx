import type { Meta, StoryObj } from '@storybook/react-vite'
import { useConsentStore } from 'assent'
import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import source from '../../src/react/use-consent.ts?raw'
import { tsdocOf } from '../visit/tsdoc-of.js'

function Summary(): ReactNode {
  const status = useConsentStore((state) => state.status)
  const count = useConsentStore((state) => state.grant.categories.length)
  return (
    <p role="status">
      The visitor is {status}; {count} of 4 categories are granted.
    </p>
  )
}

const meta = {
  title: 'Hooks/useConsentStore',
  parameters: { docs: { description: { component: tsdocOf(source, 'useConsentStore') } } },
  render: () => <Summary />,
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const Undecided: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('The visitor is undecided; 1 of 4')
  },
}

export const Decided: Story = {
  parameters: { visit: { granted: ['functional', 'analytics'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('The visitor is decided; 3 of 4')
  },
}
