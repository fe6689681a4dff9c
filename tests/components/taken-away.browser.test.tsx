// What others do to the page: blockers take nodes away, translators and routers rewrite what is around them.
import {
  BeforePaint,
  ConsentBanner,
  ConsentFrame,
  ConsentGate,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  PreferencesButton,
  PreferencesForm,
} from 'assent'
import { StrictMode, useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    marketing: { name: 'Marketing', description: 'Shows what you may like.', regime: 'opt-out' },
    functional: { name: 'Functional', description: 'Remembers what you like.' },
  },
  endpoint: '/nowhere',
})

/** An app with all that we render, and a counter that tells whether it lives. */
async function open({ isStrict = false } = {}) {
  const signals = { gpc: false }
  const store = createConsentStore(consent, { jar: createMemoryJar(), signals: () => signals })
  const app = (
    <ConsentProvider store={store}>
      <div data-testid="around">
        <ConsentBanner />
        <Rest />
      </div>
    </ConsentProvider>
  )
  const { container } = await render(isStrict ? <StrictMode>{app}</StrictMode> : app)
  return {
    store,
    signals,
    container,
    find: (part: string) => container.querySelector<HTMLElement>(`[data-assent="${part}"]`),
    /** The app renders still, by its own events. */
    async lives(this: void) {
      const counter = page.getByRole('button', { name: /^Clicked/ })
      const before = counter.element().textContent
      await counter.click()
      expect(counter.element().textContent).not.toBe(before)
    },
  }
}

function Rest(): ReactNode {
  const [count, setCount] = useState(0)
  const [isOpen, setIsOpen] = useState(true)
  return (
    <main>
      <button onClick={() => setCount(count + 1)}>Clicked {count}</button>
      <button onClick={() => setIsOpen(!isOpen)}>Turn</button>
      <PreferencesButton />
      {isOpen && (
        <>
          <div>
            <ConsentGate category="marketing" fallback={<p>Not shown</p>}>
              <p>Shown</p>
            </ConsentGate>
          </div>
          <ConsentFrame category="marketing" src="/pages/jar/map" title="Map" poster="data:," />
          <PreferencesForm />
          <BeforePaint />
        </>
      )}
    </main>
  )
}

/** Changes the page as others do, and tells whom React then does not know of. */
const tampers: [name: string, tamper: (banner: HTMLElement) => void][] = [
  ['is removed', (banner) => banner.remove()],
  ['is moved', (banner) => document.body.append(banner)],
  [
    'is wrapped',
    (banner) => {
      const wrapper = document.createElement('div')
      banner.replaceWith(wrapper)
      wrapper.append(banner)
    },
  ],
  ['is replaced', (banner) => banner.replaceWith(banner.cloneNode(true))],
  ['is emptied', (banner) => banner.replaceChildren()],
  ['is translated', (banner) => translate(banner)],
  ['is hidden', (banner) => banner.setAttribute('style', 'display: none !important')],
]

/** Puts each text into `<font>` elements, as browsers that translate do. */
function translate(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text) // as asked for
  for (const text of texts) {
    const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font')
    font.textContent = `${text.data}!`
    text.replaceWith(font)
  }
}

const choices = ['acceptAll', 'rejectAll', 'save'] as const

describe.each([false, true])('in StrictMode: %s, the app lives', (isStrict) => {
  it.each(tampers.flatMap(([name, tamper]) => choices.map((choice) => [name, choice, tamper] as const)))(
    'when the banner %s, and then %s',
    async (_, choice, tamper) => {
      const { store, find, container, lives } = await open({ isStrict })
      const banner = find('banner')
      if (!banner) throw new Error('No banner.')
      tamper(banner)
      store[choice]()
      await lives()
      expect(banner.isConnected).toBe(false)
      expect(store.getState().status).toBe('decided')
      // It asks again, with a banner of its own.
      for (const other of document.querySelectorAll('[data-assent=banner]')) other.remove()
      store.reset()
      await expect.poll(() => container.querySelector('[data-assent=banner]')).not.toBeNull()
      await page.getByRole('region').getByRole('button', { name: 'Accept all' }).click()
      expect(store.getState().record?.via).toBe('accept')
      await lives()
    },
  )
})

describe('the app lives', () => {
  it.each(['panel', 'saved', 'gate', 'frame', 'placeholder', 'poster', 'form', 'status', 'actions', 'title'])(
    'when %s is removed, then all is decided, withdrawn and turned away',
    async (part) => {
      const { store, find, lives } = await open()
      store.rejectAll()
      await expect.poll(() => find('banner')).toBeNull()
      find(part)?.remove()
      store.acceptAll()
      await lives()
      store.rejectAll()
      await lives()
      await page.getByRole('button', { name: 'Turn' }).click()
      await lives()
      await page.getByRole('button', { name: 'Turn' }).click()
      await lives()
    },
  )

  it('when a frame is removed, which asks its host for nothing again', async () => {
    const { store, container, lives } = await open()
    store.acceptAll()
    await expect.poll(() => container.querySelector('iframe')).not.toBeNull()
    const frame = container.querySelector('iframe')
    if (!frame) throw new Error('No frame.')
    const requests = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/jar/map')).length
    await expect.poll(requests).toBeGreaterThan(0)
    const before = requests()
    frame.remove()
    store.rejectAll()
    await lives()
    await fetch('/pages/jar/later') // what was asked for before it would be told of by now
    expect(requests()).toBe(before)
    expect(frame.isConnected).toBe(false)
  })

  it('when the note of the signal is removed, and the signal is gone', async () => {
    const { store, signals, find, lives } = await open()
    signals.gpc = true
    store.reset()
    await expect.poll(() => find('signal')).not.toBeNull()
    find('signal')?.remove()
    signals.gpc = false
    store.reset()
    await lives()
    expect(find('signal')?.closest('[data-assent=banner]') ?? null).toBeNull()
  })

  it.each(choices)('when what is around the banner is written anew, and then %s', async (choice) => {
    const { store, container } = await open()
    const around = container.querySelector('[data-testid=around]')
    if (!around) throw new Error('Nothing around.')
    const { innerHTML } = around
    around.innerHTML = innerHTML
    store[choice]()
    await expect.poll(() => store.getState().status).toBe('decided')
    // What stands there is a copy that nobody owns; React has not thrown, and goes on.
    expect(around.isConnected).toBe(true)
  })

  it('when the body is another one', async () => {
    const { store, container } = await open()
    const body = document.body
    const other = document.createElement('body')
    document.documentElement.replaceChild(other, body)
    store.acceptAll()
    await expect.poll(() => container.querySelector('[data-assent=banner]')).toBeNull()
    store.openPreferences()
    store.reset()
    await expect.poll(() => container.querySelector('[data-assent=banner]')).not.toBeNull()
    document.documentElement.replaceChild(body, other)
  })

  it('when the panel is removed, which comes back for those who ask for it', async () => {
    const { store, find, lives } = await open()
    store.rejectAll()
    find('panel')?.remove()
    await page.getByRole('button', { name: 'Your privacy choices' }).click()
    const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
    await expect.element(panel).toBeVisible()
    await panel.getByRole('checkbox', { name: 'Marketing' }).click()
    await panel.getByRole('button', { name: 'Save choices' }).click()
    expect(store.getState().grant.categories).toEqual(['essential', 'marketing'])
    await lives()
  })
})
