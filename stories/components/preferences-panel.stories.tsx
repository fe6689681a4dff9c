import type { Meta, StoryObj } from '@storybook/react-vite'
import { Panel, PreferencesButton, PreferencesPanel, defineConsent } from 'assent'
import { Activity, useState, type ReactNode } from 'react'
import { expect, waitFor } from 'storybook/test'
import { live } from '../visit/live.js'
import { longWords } from '../visit/long-words.js'

const meta = {
  title: 'Components/PreferencesPanel',
  component: PreferencesPanel,
  subcomponents: { ...Panel },
  argTypes: { render: { control: false } },
  parameters: {
    layout: 'fullscreen',
    visit: { open: true },
    docs: { story: { inline: false, height: '640px' } },
  },
} satisfies Meta<typeof PreferencesPanel>
export default meta

type Story = StoryObj<typeof meta>

/** Nothing is ticked for a visitor who has not decided. */
export const Open: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('dialog', { name: 'Cookie preferences' })).toBeVisible()
    for (const checkbox of canvas.getAllByRole('checkbox')) await expect(checkbox).not.toBeChecked()
  },
}

/** It shows what was granted. */
export const Decided: Story = {
  parameters: { visit: { granted: ['functional', 'marketing'] } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('checkbox', { name: 'Functional cookies' })).toBeChecked()
    await expect(canvas.getByRole('checkbox', { name: 'Analytics cookies' })).not.toBeChecked()
  },
}

/** Cookies and services, closed at first. */
export const Details: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    for (const summary of await canvas.findAllByText(/Cookies \(/)) await userEvent.click(summary)
    await expect(canvas.getByText('_fbp')).toBeVisible()
    await expect(canvas.getByRole('checkbox', { name: 'Meta Pixel' })).toBeVisible()
  },
}

/** Some services of a category: its box is mixed, and a click on it ticks them all. */
export const SomeServices: Story = {
  parameters: { visit: { granted: ['analytics', 'marketing'], services: ['meta'] } },
  play: async ({ canvas, userEvent }) => {
    const category = await canvas.findByRole('checkbox', { name: 'Marketing cookies' })
    await expect(category).toBePartiallyChecked()
    await userEvent.click(canvas.getByText('Services (2) · Cookies (5)'))
    const service = canvas.getByRole('checkbox', { name: 'Microsoft Advertising' })
    await expect(service).not.toBeChecked()
    await userEvent.click(category)
    await expect(service).toBeChecked()
    await userEvent.click(service)
    await expect(category).toBePartiallyChecked()
  },
}

/** Esc closes the panel and changes nothing; focus goes back to where it came from. */
export const EscChangesNothing: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { visit: { open: false, granted: ['functional'] } },
  render: () => (
    <>
      <PreferencesButton />
      <PreferencesPanel />
    </>
  ),
  play: async ({ canvas, userEvent }) => {
    const opener = canvas.getByRole('button', { name: 'Cookie preferences' })
    await userEvent.click(opener)
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Marketing cookies' }))
    await expect(live(canvas, 'draft').words).toBe('essential functional marketing')
    canvas.getByRole<HTMLDialogElement>('dialog').requestClose() // what Esc does: pressed here, it would be no key of the browser's
    await waitFor(() => expect(canvas.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(opener).toHaveFocus()
    // The browser tells of it a task later.
    await waitFor(() => expect(live(canvas, 'draft').words).toBe(''))
    await expect(live(canvas, 'granted').words).toBe('essential functional')
    await userEvent.click(opener)
    await expect(canvas.getByRole('checkbox', { name: 'Marketing cookies' })).not.toBeChecked()
  },
}

function HidingPage(): ReactNode {
  const [isHidden, setIsHidden] = useState(false)
  return (
    <>
      <Activity mode={isHidden ? 'hidden' : 'visible'}>
        <PreferencesButton />
        <PreferencesPanel>
          <Panel.Header />
          <Panel.Body />
          <button type="button" onClick={() => setIsHidden(true)}>
            Leave this page
          </button>
        </PreferencesPanel>
      </Activity>
      {isHidden && <button onClick={() => setIsHidden(false)}>Come back</button>}
    </>
  )
}

/** A router that hides pages instead of unmounting them: the panel closes, so that the next page can be used. */
export const HiddenByAnActivity: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { visit: { open: false } },
  render: () => <HidingPage />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cookie preferences' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Leave this page' }))
    await waitFor(() => expect(document.querySelector(':modal')).toBeNull())
    await userEvent.click(await canvas.findByRole('button', { name: 'Come back' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Cookie preferences' }))
    await expect(canvas.getByRole('dialog', { name: 'Cookie preferences' })).toBeVisible()
  },
}

/** More than fits: title and buttons stay. */
export const ManyCategories: Story = {
  parameters: {
    visit: {
      open: true,
      consent: defineConsent({
        version: 1,
        categories: Object.fromEntries(
          ['Essential', 'Security', 'Accounts', 'Language', 'Maps', 'Videos', 'Chat', 'Statistics', 'Advertising'].map(
            (name, i) => [
              name.toLowerCase(),
              { name, description: `What ${name} is for, in a sentence.`, required: !i },
            ],
          ),
        ),
      }),
    },
  },
  play: async ({ canvas }) => {
    const save = await canvas.findByRole('button', { name: 'Save choices' })
    await expect(save.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight)
    await expect(canvas.getByRole('heading').getBoundingClientRect().top).toBeGreaterThanOrEqual(0)
  },
}

/** Parts of your own choice and order. */
export const CustomParts: Story = {
  args: {
    children: (
      <>
        <Panel.Header>
          <Panel.Title>Two questions</Panel.Title>
        </Panel.Header>
        <Panel.Body>
          <Panel.Categories>
            <Panel.Category category="analytics" />
            <Panel.Category category="marketing" />
          </Panel.Categories>
        </Panel.Body>
        <Panel.Actions>
          <Panel.Save>Done</Panel.Save>
        </Panel.Actions>
      </>
    ),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('dialog', { name: 'Two questions' })).toBeVisible()
    // The services have theirs below their category.
    await expect(canvas.getAllByRole('checkbox', { name: /cookies$/ })).toHaveLength(2)
  },
}

export const LongWords: Story = {
  parameters: { visit: { open: true, messages: longWords, locale: 'de' } },
  globals: { viewport: { value: 'phone' } },
}

export const Phone: Story = {
  globals: { viewport: { value: 'phone' } },
  play: async ({ canvas }) => {
    const dialog = await canvas.findByRole('dialog')
    const { width, height } = dialog.getBoundingClientRect()
    await expect([width, height]).toEqual([innerWidth, innerHeight])
  },
}

/** A page at 400 %. */
export const Zoomed: Story = { tags: ['!dev', '!autodocs'], globals: { viewport: { value: 'zoomed' } } }

/** As your own styles find it. */
export const WithoutStylesheet: Story = { tags: ['!dev', '!autodocs'], parameters: { styled: false } }
