import type { Meta, StoryObj } from '@storybook/react-vite'
import { PreferencesPanel, useConsentActions } from 'assent'
import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import source from '../../src/react/use-consent.ts?raw'
import { live } from '../visit/live.js'
import { tsdocOf } from '../visit/tsdoc-of.js'

function Buttons(): ReactNode {
  const { acceptAll, rejectAll, save, reset, openPreferences } = useConsentActions()
  const actions = {
    acceptAll,
    rejectAll,
    'save({ categories: ["analytics"] })': () => save({ categories: ['analytics'] }),
    reset,
    openPreferences,
  }
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      {Object.entries(actions).map(([name, action]) => (
        <button key={name} type="button" onClick={action}>
          {name}
        </button>
      ))}
      <PreferencesPanel />
    </div>
  )
}

const meta = {
  title: 'Hooks/useConsentActions',
  parameters: { docs: { description: { component: tsdocOf(source, 'useConsentActions') } } },
  render: () => <Buttons />,
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

/** The live state beside it tells what each of them does. */
export const Actions: Story = {
  play: async ({ canvas, userEvent, step }) => {
    const press = (name: string) => userEvent.click(canvas.getByRole('button', { name }))
    await step('acceptAll', async () => {
      await press('acceptAll')
      await expect(live(canvas, 'granted').words).toBe('essential functional analytics marketing')
    })
    await step('rejectAll', async () => {
      await press('rejectAll')
      await expect(live(canvas, 'status').words).toBe('decided by reject')
      await expect(live(canvas, 'granted').words).toBe('essential')
    })
    await step('save', async () => {
      await press('save({ categories: ["analytics"] })')
      await expect(live(canvas, 'granted').words).toBe('essential analytics')
    })
    await step('reset', async () => {
      await press('reset')
      await expect(live(canvas, 'status').words).toBe('undecided')
    })
    await step('openPreferences', async () => {
      await press('openPreferences')
      await expect(canvas.getByRole('dialog')).toBeVisible()
    })
  },
}
