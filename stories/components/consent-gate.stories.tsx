import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConsentGate, PreferencesButton, PreferencesPanel, useConsentActions, useConsentStore } from 'assent'
import { expect } from 'storybook/test'
import { live } from '../visit/live.js'

function AllowMarketing() {
  const { save } = useConsentActions()
  const granted = useConsentStore((state) => state.grant.categories)
  return (
    <button type="button" onClick={() => save({ categories: [...granted, 'marketing'] })}>
      Allow marketing cookies
    </button>
  )
}

const meta = {
  title: 'Components/ConsentGate',
  component: ConsentGate,
  argTypes: { children: { control: false }, fallback: { control: false } },
  args: {
    category: 'marketing',
    children: <p>The video, and its cookies.</p>,
    fallback: 'This video comes with marketing cookies.',
  },
} satisfies Meta<typeof ConsentGate>
export default meta

type Story = StoryObj<typeof meta>

export const Granted: Story = {
  parameters: { visit: { granted: ['marketing'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('The video, and its cookies.')).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: { visit: { granted: [] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('This video comes with marketing cookies.')).toBeVisible()
    await expect(canvas.queryByText('The video, and its cookies.')).not.toBeInTheDocument()
  },
}

/** Without a fallback there is nothing until the grant. */
export const WithoutFallback: Story = {
  args: { fallback: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('The video, and its cookies.')).not.toBeInTheDocument()
  },
}

/** A fallback that leads to the preferences. */
export const FallbackWithPreferences: Story = {
  args: {
    fallback: (
      <>
        This video comes with marketing cookies.
        <PreferencesButton>Cookie preferences</PreferencesButton>
      </>
    ),
  },
  render: (args) => (
    <>
      <ConsentGate {...args} />
      <PreferencesPanel />
    </>
  ),
}

/** A fallback that asks in place: only what was asked for is granted. */
export const FallbackThatAsks: Story = {
  parameters: { visit: { granted: ['functional'] } },
  args: {
    fallback: (
      <>
        This video comes with marketing cookies.
        <AllowMarketing />
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Allow marketing cookies' }))
    await expect(canvas.getByText('The video, and its cookies.')).toBeVisible()
    await expect(live(canvas, 'granted').words).toBe('essential functional marketing')
  },
}

/** A service, whose category may be granted without it. */
export const Service: Story = {
  args: { category: undefined, service: 'meta' },
  parameters: { visit: { granted: ['marketing'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('The video, and its cookies.')).toBeVisible()
  },
}

/** Conditions of `and`, `or` and `not`. */
export const Condition: Story = {
  args: {
    category: undefined,
    when: { and: ['analytics', { not: 'marketing' }] },
    children: <p>Measured, and nothing else.</p>,
    fallback: 'Not measured, or more than that.',
  },
  parameters: { visit: { granted: ['analytics'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Measured, and nothing else.')).toBeVisible()
  },
}
