// The panel follows its dialog, whoever opens or closes it.
import { ConsentProvider, PreferencesPanel } from 'assent'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { island, open, place, watchPosts } from '../react/islands.js'

const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
const idle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))

describe('the dialog of the panel', () => {
  const ways: [string, (dialog: HTMLDialogElement) => void][] = [
    ['a command of the page', () => document.querySelector<HTMLElement>('#plain')?.click()],
    ['showModal()', (dialog) => dialog.showModal()],
    ['show()', (dialog) => dialog.show()],
    ['its attribute', (dialog) => dialog.setAttribute('open', '')],
  ]
  const PLAIN = '<button id="plain" command="show-modal" commandfor="assent-preferences">Plain</button>'
  const dialogOf = (): HTMLDialogElement => {
    const dialog = document.querySelector<HTMLDialogElement>('dialog#assent-preferences')
    if (!dialog) throw new Error('No dialog.')
    return dialog
  }

  for (const isBefore of [true, false])
    it.each(ways)(
      `closes after each choice, opened ${isBefore ? 'before' : 'after'} it is live by %s`,
      async (_, way) => {
        watchPosts()
        const store = open()
        const tree = (
          <ConsentProvider store={store}>
            <PreferencesPanel />
          </ConsentProvider>
        )
        place(PLAIN)
        const element = place(renderToString(tree))
        if (isBefore) way(dialogOf())
        const root = hydrateRoot(element, tree)
        onTestFinished(() => root.unmount())
        for (const name of ['Accept all', 'Save choices', 'Reject all', 'Close']) {
          if (name !== 'Accept all' || !isBefore) {
            await idle()
            way(dialogOf())
          }
          await expect.poll(() => store.getState().open).toBe(true)
          await page.getByRole('button', { name }).click()
          await expect.poll(() => dialogOf().open).toBe(false)
          expect(store.getState().open).toBe(false)
        }
      },
    )

  it.each<[string, (dialog: HTMLDialogElement) => unknown]>([
    ['Esc', () => userEvent.keyboard('{Escape}')],
    ['close()', (dialog) => dialog.close()],
    ['requestClose()', (dialog) => dialog.requestClose()],
    [
      'a form of the page',
      (dialog) => {
        const form = document.createElement('form')
        form.method = 'dialog'
        dialog.append(form)
        form.requestSubmit()
      },
    ],
  ])('closes by %s, drops what was ticked, and opens again', async (_, close) => {
    const store = open()
    island(store, <PreferencesPanel />)
    await expect.poll(() => document.querySelector('dialog')).not.toBeNull()
    await idle()
    dialogOf().showModal()
    await page.getByRole('checkbox', { name: 'Analytics' }).click()
    await close(dialogOf())
    await expect.poll(() => store.getState().open).toBe(false)
    expect(store.getState().draft.categories).toEqual(['essential'])
    store.openPreferences()
    await expect.element(panel).toBeVisible()
  })
})
