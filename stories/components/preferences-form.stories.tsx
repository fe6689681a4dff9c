import type { Meta, StoryObj } from '@storybook/react-vite'
import { Form, PreferencesForm } from 'assent'
import { expect } from 'storybook/test'
import { live } from '../visit/live.js'
import { longWords } from '../visit/long-words.js'

const meta = {
  title: 'Components/PreferencesForm',
  component: PreferencesForm,
  subcomponents: { ...Form },
  argTypes: { render: { control: false } },
} satisfies Meta<typeof PreferencesForm>
export default meta

type Story = StoryObj<typeof meta>

export const Undecided: Story = {
  play: async ({ canvas }) => {
    for (const checkbox of canvas.getAllByRole('checkbox')) await expect(checkbox).not.toBeChecked()
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement()
  },
}

export const Decided: Story = {
  parameters: { visit: { granted: ['analytics'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('checkbox', { name: 'Analytics cookies' })).toBeChecked()
  },
}

/** A choice is confirmed in words, to screen readers too. */
export const Saved: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Functional cookies' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Save choices' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('Cookie preferences saved.')
    await expect(live(canvas, 'granted').words).toBe('essential functional')
  },
}

/** Withdrawing takes one click, as giving does. Cookies that are no longer permitted are erased. */
export const Withdrawn: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { visit: { granted: ['analytics'], cookies: '_ga=1; sessionid=2' } },
  play: async ({ canvas, userEvent }) => {
    await expect(live(canvas, 'cookies').cookies).toContain('_ga')
    await userEvent.click(canvas.getByRole('button', { name: 'Reject all' }))
    await expect(live(canvas, 'cookies').cookies).not.toContain('_ga')
    await expect(live(canvas, 'cookies').cookies).toContain('sessionid')
    await expect(canvas.getByRole('checkbox', { name: 'Analytics cookies' })).not.toBeChecked()
  },
}

/** A service that is unticked takes its own cookies along, and no others. */
export const ServiceWithdrawn: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { visit: { granted: ['marketing'], cookies: '_fbp=1; _uetsid=2' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText(/^Services \(/))
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Meta Pixel' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Save choices' }))
    await expect(canvas.getByRole('checkbox', { name: 'Marketing cookies' })).toBePartiallyChecked()
    await expect(live(canvas, 'cookies').cookies).not.toContain('_fbp')
    await expect(live(canvas, 'cookies').cookies).toContain('_uetsid')
    await expect(live(canvas, 'services').words).toBe('meta uet')
  },
}

export const LongWords: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { visit: { messages: longWords, locale: 'de' } },
  globals: { viewport: { value: 'phone' } },
}

/** As your own styles find it. */
export const WithoutStylesheet: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { styled: false, docs: { story: { inline: false, height: '640px' } } },
}
