import type { Meta, StoryObj } from '@storybook/react-vite'
import { CookieTable } from 'assent'
import { expect } from 'storybook/test'

const meta = {
  title: 'Components/CookieTable',
  component: CookieTable,
  argTypes: { render: { control: false } },
} satisfies Meta<typeof CookieTable>
export default meta

type Story = StoryObj<typeof meta>

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('row', { name: /^_ga\*/ })).toHaveTextContent(
      '_ga*GoogleTells visitors apart2 yearsAnalytics cookies',
    )
  },
}

/** A block a cookie; it is a table to screen readers all the same. */
export const Phone: Story = {
  globals: { viewport: { value: 'phone' } },
  parameters: { docs: { story: { inline: false, height: '480px' } } },
  play: async () => {
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
  },
}

/** As your own styles find it. */
export const WithoutStylesheet: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { styled: false, docs: { story: { inline: false, height: '480px' } } },
}
