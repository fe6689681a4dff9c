import type { Meta, StoryObj } from '@storybook/react-vite'
import { usePreferences } from 'assent'
import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import source from '../../src/react/use-preferences.ts?raw'
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
    await expect(canvas.getByText('cookie pref_compact')).toBeVisible()
    await expect(canvas.queryByText('cookie pref_itemsPerPage')).not.toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('{"compact":false,"itemsPerPage":20}')
    await expect(canvas.queryByText('cookie pref_compact')).not.toBeInTheDocument()
  },
}

/** Without consent they count until the page ends. */
export const Blocked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'More a page' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('{"compact":false,"itemsPerPage":40} blocked')
    await expect(canvas.queryByText('cookie pref_itemsPerPage')).not.toBeInTheDocument()
  },
}
