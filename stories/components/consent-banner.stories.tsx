import type { Meta, StoryObj } from '@storybook/react-vite'
import { Banner, ConsentBanner } from 'assent'
import { expect, waitFor, within } from 'storybook/test'
import { live } from '../visit/live.js'
import { longWords } from '../visit/long-words.js'
import { posting, takePosts } from '../visit/take-posts.js'

const meta = {
  title: 'Components/ConsentBanner',
  component: ConsentBanner,
  subcomponents: { ...Banner },
  argTypes: { panel: { control: false }, render: { control: false } },
  parameters: { layout: 'fullscreen', docs: { story: { inline: false, height: '480px' } } },
} satisfies Meta<typeof ConsentBanner>
export default meta

type Story = StoryObj<typeof meta>

/** A first visit. Nothing is granted, and nothing but the two buttons decides. */
export const Undecided: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Cookies on this site' })).toBeVisible()
    await expect(live(canvas, 'granted').words).toBe('essential')
    await expect(live(canvas, 'asking').words).toBe('asks')
  },
}

export const AcceptAll: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Accept all' }))
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument()
    await expect(live(canvas, 'granted').words).toBe('essential functional analytics marketing')
    await expect(live(canvas, 'refused').words).toBe('')
  },
}

export const RejectAll: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Reject all' }))
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument()
    await expect(live(canvas, 'status').words).toBe('decided by reject')
    await expect(live(canvas, 'granted').words).toBe('essential')
  },
}

/** Customize opens the panel; what is ticked there is granted by Save, and nothing else. */
export const CustomizeAndSave: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent, step }) => {
    await step('open the preferences', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Customize' }))
      await expect(canvas.getByRole('dialog', { name: 'Cookie preferences' })).toBeVisible()
      for (const checkbox of canvas.getAllByRole('checkbox')) await expect(checkbox).not.toBeChecked()
    })
    await step('tick and save', async () => {
      await userEvent.click(canvas.getByRole('checkbox', { name: 'Analytics cookies' }))
      await userEvent.click(canvas.getByRole('button', { name: 'Save choices' }))
    })
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument()
    await waitFor(() => expect(canvas.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(live(canvas, 'granted').words).toBe('essential analytics')
  },
}

/** The visitor chose: there is no banner. */
export const Decided: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { visit: { granted: ['functional'] } },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument()
  },
}

/** The policy's version was raised: the visitor is asked again, and nothing is granted until then. */
export const Outdated: Story = {
  parameters: { visit: { status: 'outdated', granted: ['functional'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region')).toBeVisible()
    await expect(live(canvas, 'status').words).toBe('outdated by save')
    await expect(live(canvas, 'granted').words).toBe('essential')
  },
}

/** The choice is older than it may be: the visitor is asked again. */
export const Expired: Story = {
  parameters: { visit: { status: 'expired', granted: ['functional'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region')).toBeVisible()
    await expect(live(canvas, 'status').words).toBe('expired by save')
    await expect(live(canvas, 'granted').words).toBe('essential')
  },
}

/** The visitor's browser sends Global Privacy Control: the banner says that it is honoured, until the visitor decides. */
export const GlobalPrivacyControl: Story = {
  parameters: { visit: { gpc: true } },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText(/Global Privacy Control/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Customize' }))
    await expect(within(canvas.getByRole('dialog')).getByText(/Global Privacy Control/)).toBeVisible()
    await userEvent.click(within(canvas.getByRole('dialog')).getByRole('button', { name: 'Close' }))
  },
}

/** With an endpoint the banner is a form that needs no script. A choice is posted, and told to screen readers. */
export const WithEndpoint: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { visit: { consent: posting, locale: 'en' } },
  beforeEach: takePosts,
  play: async ({ canvas, userEvent }) => {
    const reject = canvas.getByRole('button', { name: 'Reject all' })
    await expect(reject).toHaveAttribute('type', 'submit')
    await expect(reject.closest('form')).toHaveAttribute('action', '/consent')
    await userEvent.click(reject)
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument()
    await expect(canvas.getByRole('status')).toHaveTextContent('Cookie preferences saved.')
  },
}

/** The page that a form came back to: until the next click, Tab or Esc. */
export const Saved: Story = {
  parameters: { visit: { consent: posting, granted: ['functional'] }, docs: { story: { height: '200px' } } },
  beforeEach: () => {
    history.replaceState(history.state, '', '#assent-saved')
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent('Cookie preferences saved.')
    await expect(location.hash).toBe('')
  },
}

export const SavedOnAPhone: Story = { tags: ['!dev', '!autodocs'], ...Saved, globals: { viewport: { value: 'phone' } } }

/** Parts of your own choice and order, with your own words. */
export const CustomParts: Story = {
  args: {
    children: (
      <>
        <Banner.Title>Cookies?</Banner.Title>
        <Banner.Description>
          They tell us which articles are read. <Banner.PolicyLink>Read more</Banner.PolicyLink>
        </Banner.Description>
        <Banner.Actions>
          <Banner.Reject>No</Banner.Reject>
          <Banner.Accept>Yes</Banner.Accept>
        </Banner.Actions>
      </>
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Cookies?' })).toBeVisible()
    await expect(canvas.getAllByRole('button').map((button) => button.textContent)).toEqual(['No', 'Yes'])
  },
}

/** Another element in the place of the part's own. */
export const Render: Story = {
  tags: ['!dev', '!autodocs'],
  args: { render: <aside /> },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('complementary', { name: 'Cookies on this site' })).toBeVisible()
  },
}

/** Words as long as German ones. */
export const LongWords: Story = {
  parameters: { visit: { messages: longWords, locale: 'de' } },
  globals: { viewport: { value: 'phone' } },
}

export const Phone: Story = {
  globals: { viewport: { value: 'phone' } },
  play: async ({ canvas }) => {
    const { height } = canvas.getByRole('region').getBoundingClientRect()
    await expect(height).toBeLessThanOrEqual(innerHeight * 0.6)
    const text = canvas.getByText(/With your permission/)
    await expect(text.offsetHeight).toBeLessThan(6 * parseFloat(getComputedStyle(text).lineHeight))
  },
}

/** A page at 400 %: the text scrolls, the buttons stay. */
export const Zoomed: Story = {
  tags: ['!dev', '!autodocs'],
  globals: { viewport: { value: 'zoomed' } },
  play: async ({ canvas }) => {
    for (const button of canvas.getAllByRole('button')) {
      const { top, right, bottom, left } = button.getBoundingClientRect()
      await expect(top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight).toBe(true)
    }
  },
}

/** As your own styles find it. */
export const WithoutStylesheet: Story = { tags: ['!dev', '!autodocs'], parameters: { styled: false } }
