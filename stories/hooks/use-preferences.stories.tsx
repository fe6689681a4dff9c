import type { Meta, StoryObj } from '@storybook/react-vite'
import { usePreferences } from 'assent'
import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import source from '../../src/react/use-preferences.ts?raw'
import { live } from '../visit/live.js'
import { tsdocOf } from '../visit/tsdoc-of.js'

function Preferences(): ReactNode {
  const [prefs, setPrefs, { reset, persisted, blocked }] = usePreferences({ compact: false, itemsPerPage: 20 })
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={prefs.compact}
          onChange={({ target }) => setPrefs({ compact: target.checked })}
        />{' '}
        Compact
      </label>{' '}
      <button type="button" onClick={() => setPrefs(({ itemsPerPage }) => ({ itemsPerPage: itemsPerPage + 20 }))}>
        More a page
      </button>{' '}
      <button type="button" onClick={reset}>
        Reset
      </button>
      <p role="status">
        {JSON.stringify(prefs)} {persisted && 'persisted'} {blocked && 'blocked'}
      </p>
    </>
  )
}

const meta = {
  title: 'Hooks/usePreferences',
  parameters: { docs: { description: { component: tsdocOf(source, 'usePreferences') } } },
  render: () => <Preferences />,
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

/** A cookie for each key that was changed. */
export const Granted: Story = {
  parameters: { visit: { granted: ['functional'] } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Compact' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('{"compact":true,"itemsPerPage":20} persisted')
    await expect(live(canvas, 'cookies').cookies).toContain('pref_compact')
    await expect(live(canvas, 'cookies').cookies).not.toContain('pref_itemsPerPage')
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('{"compact":false,"itemsPerPage":20}')
    await expect(live(canvas, 'cookies').cookies).not.toContain('pref_compact')
  },
}

/** Without consent they count until the page ends. */
export const Blocked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'More a page' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('{"compact":false,"itemsPerPage":40} blocked')
    await expect(live(canvas, 'cookies').cookies).not.toContain('pref_itemsPerPage')
  },
}
