import { ConsentBanner } from 'assent'
import { ConsentDevtools } from 'assent/devtools'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'

const meta = {
  title: 'Devtools/ConsentDevtools',
  component: ConsentDevtools,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof ConsentDevtools>

export default meta
type Story = StoryObj<typeof meta>

/** A visitor who refused, on a page with a late cookie and two that nobody declared. */
export const Open: Story = {
  parameters: { visit: { granted: [], cookies: '_fbp=fb.1.2; legacy_ab=B; _clck=1x2' } },
  args: { known: { clarity: { name: 'Microsoft Clarity', cookies: ['_clck', '_clsk'] } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: /^assent/ }))
    const panel = within(await canvas.findByRole('complementary', { name: 'Consent' }))
    await expect(await panel.findByText('legacy_ab')).toBeVisible()
  },
}

/** Beside the banner of a visitor who has not decided. */
export const BesideTheBanner: Story = {
  render: (args) => (
    <>
      <ConsentBanner />
      <ConsentDevtools {...args} />
    </>
  ),
}
