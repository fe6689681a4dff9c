// React hides trees without unmounting them: what a component did to the document must go with it, and come back.
import 'assent/styles.css'
import {
  ConsentBanner,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  PreferencesButton,
} from 'assent'
import { Activity, Component, StrictMode, Suspense, use, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

const consent = defineConsent({
  version: 1,
  categories: {
    essential: { name: 'Essential', description: 'Needed.', required: true },
    marketing: { name: 'Marketing', description: 'Shows what you may like.' },
  },
})

/** How a parent takes what is below it out of sight. */
type Hide = (props: { isHidden: boolean; children: ReactNode }) => ReactNode

const never = new Promise<never>(() => undefined)
const Suspending = ({ isHidden }: { isHidden: boolean }): ReactNode => (isHidden ? use(never) : null)

class Boundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }
  static getDerivedStateFromError = () => ({ isBroken: true })
  override render() {
    return this.state.isBroken ? <p>Broken</p> : this.props.children
  }
}
const Broken = ({ isHidden }: { isHidden: boolean }): ReactNode => {
  if (isHidden) throw new Error('Broken on purpose')
  return null
}

const hides: Record<string, Hide> = {
  'an Activity': ({ isHidden, children }) => <Activity mode={isHidden ? 'hidden' : 'visible'}>{children}</Activity>,
  'an Activity in another': ({ isHidden, children }) => (
    <Activity mode={isHidden ? 'hidden' : 'visible'}>
      <Activity mode="visible">{children}</Activity>
    </Activity>
  ),
  Suspense: ({ isHidden, children }) => (
    <Suspense fallback={<p>Loading</p>}>
      {children}
      <Suspending isHidden={isHidden} />
    </Suspense>
  ),
  'a parent that unmounts it': ({ isHidden, children }) => !isHidden && children,
  'a parent with another key': ({ isHidden, children }) => <div key={String(isHidden)}>{!isHidden && children}</div>,
  'an error boundary': ({ isHidden, children }) => (
    <Boundary key={String(isHidden)}>
      {children}
      <Broken isHidden={isHidden} />
    </Boundary>
  ),
}

/** An error boundary that stays, whose tree is then gone for good. */
const replaced: Hide = ({ isHidden, children }) => (
  <Boundary>
    {children}
    <Broken isHidden={isHidden} />
  </Boundary>
)

async function open(Hide: Hide, isStrict: boolean) {
  const store = createConsentStore(consent, { jar: createMemoryJar() })
  const app = (isHidden: boolean) => {
    const tree = (
      <ConsentProvider store={store}>
        <Hide isHidden={isHidden}>
          <ConsentBanner />
        </Hide>
        <PreferencesButton />
      </ConsentProvider>
    )
    return isStrict ? <StrictMode>{tree}</StrictMode> : tree
  }
  const { rerender } = await render(app(false))
  return { store, turn: (isHidden: boolean) => rerender(app(isHidden)) }
}

const opener = page.getByRole('button', { name: 'Cookie preferences' })
const panel = page.getByRole('dialog', { name: 'Cookie preferences' })
const room = () =>
  document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText)).join()
/** A click where the opener is reaches it: nothing modal is over the page. */
const isUsable = (): boolean => {
  const { left, top, width, height } = opener.element().getBoundingClientRect()
  return document.elementFromPoint(left + width / 2, top + height / 2) === opener.element()
}

describe.each([false, true])('in StrictMode: %s', (isStrict) => {
  it.each(Object.keys({ ...hides, replaced }))(
    'the page can be used when %s hides the panel that is open',
    async (name) => {
      const { turn } = await open(hides[name] ?? replaced, isStrict)
      await opener.click()
      await expect.element(panel).toBeVisible()
      expect(isUsable()).toBe(false)
      await turn(true)
      await expect.poll(() => document.querySelector(':modal')).toBeNull()
      expect(isUsable()).toBe(true)
    },
  )

  it.each(Object.keys(hides))('the panel can be opened, used and closed again after %s', async (name) => {
    const { store, turn } = await open(hides[name] ?? replaced, isStrict)
    await opener.click()
    await turn(true)
    await expect.poll(() => document.querySelector(':modal')).toBeNull()
    await turn(false)
    store.openPreferences()
    await expect.element(panel).toBeVisible()
    expect(panel.element().matches(':modal')).toBe(true)
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect.element(panel).not.toBeInTheDocument()
    await opener.click()
    await panel.getByRole('button', { name: 'Accept all' }).click()
    expect(store.getState().status).toBe('decided')
    await expect.poll(isUsable).toBe(true)
  })

  it.each(Object.keys(hides))('the room that the banner takes goes and comes with %s', async (name) => {
    const { turn } = await open(hides[name] ?? replaced, isStrict)
    await expect.poll(room).toMatch(/scroll-padding-block-end:.*px/)
    await turn(true)
    await expect.poll(room).toBe('')
    await turn(false)
    await expect.poll(room).toMatch(/scroll-padding-block-end:.*px/)
  })

  it('what is ticked outlives a tree that waits, and the panel comes back with it', async () => {
    const { store, turn } = await open(hides.Suspense ?? replaced, isStrict)
    await opener.click()
    await panel.getByRole('checkbox', { name: 'Marketing' }).click()
    await turn(true)
    await expect.poll(() => document.querySelector(':modal')).toBeNull()
    await new Promise((resolve) => setTimeout(resolve)) // the browser tells that it closed
    expect(store.getState().open).toBe(true)
    await turn(false)
    await expect.element(panel).toBeVisible()
    await expect.element(panel.getByRole('checkbox', { name: 'Marketing' })).toBeChecked()
    await panel.getByRole('button', { name: 'Save choices' }).click()
    expect(store.getState().grant.categories).toEqual(['essential', 'marketing'])
  })

  it('a panel that an Activity hides is closed, as one that goes is', async () => {
    const { store, turn } = await open(hides['an Activity'] ?? replaced, isStrict)
    await opener.click()
    await turn(true)
    await expect.poll(() => store.getState().open).toBe(false)
    await turn(false)
    await expect.element(page.getByRole('region')).toBeVisible()
    expect(document.querySelector(':modal')).toBeNull()
  })
})
