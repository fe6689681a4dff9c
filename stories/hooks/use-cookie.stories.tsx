import type { Meta, StoryObj } from '@storybook/react-vite'
import { useConsentActions, useCookie, type WriteResult } from 'assent'
import { useState, type ReactNode } from 'react'
import { expect } from 'storybook/test'
import source from '../../src/react/use-cookie.ts?raw'
import { cart, theme } from '../visit/consent.js'
import { live } from '../visit/live.js'
import { tsdocOf } from '../visit/tsdoc-of.js'

const meta = {
  title: 'Hooks/useCookie',
  parameters: { docs: { description: { component: tsdocOf(source, 'useCookie') } } },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

function ThemeSwitch(): ReactNode {
  const [value, setValue, { remove, persisted, blocked, reason }] = useCookie(theme)
  return (
    <>
      <label>
        Theme{' '}
        <select value={value} onChange={({ target }) => setValue(target.value === 'dark' ? 'dark' : 'light')}>
          <option>light</option>
          <option>dark</option>
        </select>
      </label>{' '}
      <button type="button" onClick={remove}>
        Forget
      </button>
      <p role="status">
        {value}, {persisted ? 'persisted' : 'not persisted'}
        {blocked && `, blocked: ${String(reason)}`}
      </p>
    </>
  )
}

/** A declared cookie with literal values. */
export const Values: Story = {
  parameters: { visit: { granted: ['functional'] } },
  render: () => <ThemeSwitch />,
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('light, not persisted')
    await userEvent.selectOptions(canvas.getByRole('combobox'), 'dark')
    await expect(canvas.getByRole('status')).toHaveTextContent('dark, persisted')
    await expect(live(canvas, 'cookies').cookies).toContain('theme')
    await userEvent.click(canvas.getByRole('button', { name: 'Forget' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('light, not persisted')
    await expect(live(canvas, 'cookies').cookies).not.toContain('theme')
  },
}

function Allow(): ReactNode {
  const { save } = useConsentActions()
  return (
    <button type="button" onClick={() => save({ categories: ['functional'] })}>
      Allow functional cookies
    </button>
  )
}

/** Without consent a write stays in memory, and reaches the jar with the grant. */
export const Blocked: Story = {
  render: () => (
    <>
      <ThemeSwitch />
      <Allow />
    </>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.selectOptions(canvas.getByRole('combobox'), 'dark')
    await expect(canvas.getByRole('status')).toHaveTextContent('dark, not persisted, blocked: consent')
    await expect(live(canvas, 'cookies').cookies).not.toContain('theme')
    await userEvent.click(canvas.getByRole('button', { name: 'Allow functional cookies' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('dark, persisted')
    await expect(live(canvas, 'cookies').cookies).toContain('theme')
  },
}

function Reader({ name }: { name: string }): ReactNode {
  const [{ items, total }, setCart] = useCookie(cart)
  return (
    <p>
      {name}: {items} items, {total} €{' '}
      <button type="button" onClick={() => setCart((before) => ({ items: before.items + 1, total: before.total + 5 }))}>
        Add in {name}
      </button>
    </p>
  )
}

/** Two components read one cookie, as JSON: both hear of a change at once. */
export const TwoReaders: Story = {
  parameters: { visit: { cookies: 'shopping_cart={"items":1,"total":5}' } },
  render: () => (
    <>
      <Reader name="Header" />
      <Reader name="Page" />
    </>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Add in Page' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Add in Header' }))
    await expect(canvas.getByText(/^Header:/)).toHaveTextContent('Header: 3 items, 15 €')
    await expect(canvas.getByText(/^Page:/)).toHaveTextContent('Page: 3 items, 15 €')
  },
}

function Refused(): ReactNode {
  const [language, setLanguage] = useCookie('language')
  const [result, setResult] = useState<WriteResult>()
  return (
    <>
      <button type="button" onClick={() => setResult(setLanguage('x'.repeat(5000)))}>
        Write 5000 bytes
      </button>
      <p role="status">
        {language}. {result && JSON.stringify(result)}
      </p>
    </>
  )
}

/** What no browser would keep is answered with a reason, and leaves the value as it was. */
export const TooLarge: Story = {
  parameters: { visit: { granted: ['functional'], cookies: 'language=en' } },
  render: () => <Refused />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button'))
    await expect(canvas.getByRole('status')).toHaveTextContent('en. {"ok":false,"reason":"too-large"}')
  },
}

function Language(): ReactNode {
  const [language, setLanguage] = useCookie('language')
  return (
    <label>
      Language{' '}
      <input value={language ?? ''} onChange={({ target }) => setLanguage(target.value || undefined)} size={10} />
    </label>
  )
}

/** A cookie that is declared by its name alone is text, or `undefined`. */
export const ByName: Story = {
  parameters: { visit: { granted: ['functional'], cookies: 'language=en' } },
  render: () => <Language />,
  play: async ({ canvas, userEvent }) => {
    const input = canvas.getByRole('textbox', { name: 'Language' })
    await userEvent.clear(input)
    await userEvent.type(input, 'pt-BR')
    await expect(canvas.getByText('language').nextElementSibling).toHaveTextContent('pt-BR')
  },
}
