import type { Meta, StoryObj } from '@storybook/react-vite'
import { PreferencesButton, PreferencesPanel } from 'assent'
import { expect, waitFor } from 'storybook/test'
import { live } from '../visit/live.js'

const meta = {
  title: 'Components/PreferencesButton',
  component: PreferencesButton,
  argTypes: { render: { control: false } },
  parameters: { visit: { granted: ['functional'] } },
  render: (args) => (
    <>
      <PreferencesButton {...args} />
      <PreferencesPanel />
    </>
  ),
} satisfies Meta<typeof PreferencesButton>
export default meta

type Story = StoryObj<typeof meta>

export const Default: Story = {}

/** It opens the preferences, and has the focus again when they are closed. */
export const OpenAndClose: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'Cookie preferences' })
    await userEvent.click(button)
    await expect(canvas.getByRole('dialog')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(canvas.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(button).toHaveFocus()
    await expect(live(canvas, 'granted').words).toBe('essential functional')
  },
}

export const OwnWords: Story = { args: { children: 'Change my mind' } }

/** A link's looks, for a footer: a class name or a style of yours wins. */
export const Restyled: Story = {
  args: { style: { minBlockSize: 24, padding: 0, border: 0, textDecoration: 'underline' } },
}
