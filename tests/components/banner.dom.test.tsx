import { fireEvent, render, screen, within } from '@testing-library/react'
import {
  Banner,
  ConsentBanner,
  ConsentProvider,
  createConsentStore,
  createMemoryJar,
  defineConsent,
  PreferencesForm,
  type ConsentProviderProps,
} from 'assent'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openShop, type Shop } from '../react/shop.js'

function renderBanner(shop: Shop = openShop(), banner: ReactNode = <ConsentBanner />): Shop {
  render(<shop.wrapper>{banner}</shop.wrapper>)
  return shop
}

const banner = (): HTMLElement | null => screen.queryByRole('region')

describe('ConsentBanner', () => {
  it('is a region that its title names, until the visitor decides', () => {
    const { store } = renderBanner()
    const heading = within(screen.getByRole('region')).getByRole('heading', { level: 2 })
    expect(screen.getByRole('region', { name: heading.textContent })).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: 'Accept all' }))
    expect(banner()).toBeNull()
    expect(store.getState().grant.categories).toEqual(['essential', 'functional', 'analytics', 'marketing'])
  })

  it('is not there for a visitor who decided', () => {
    renderBanner(openShop([]))
    expect(banner()).toBeNull()
  })

  it('comes back when the choice is forgotten', () => {
    const { store, wrapper: Wrapper } = openShop(['analytics'])
    const { rerender } = render(
      <Wrapper>
        <ConsentBanner />
      </Wrapper>,
    )
    expect(banner()).toBeNull()
    store.reset()
    rerender(
      <Wrapper>
        <ConsentBanner />
      </Wrapper>,
    )
    expect(banner()).toBeInTheDocument()
  })

  it('asks for every purpose that may be refused, and links the policy', () => {
    renderBanner()
    expect(banner()).toHaveTextContent(
      'With your permission, we and our partners store and read data on your device for: your preferences, statistics, and advertising. You can say no, and change your mind at any time.',
    )
    expect(screen.getByRole('link', { name: 'Privacy policy' })).toHaveAttribute('href', '/privacy')
  })

  it('offers Accept and Reject as twins: one element, one set of attributes', () => {
    renderBanner()
    const [accept, reject] = ['Accept all', 'Reject all'].map((name) => screen.getByRole('button', { name }))
    const attributesOf = (element: HTMLElement | undefined) =>
      element?.getAttributeNames().map((name) => [name, element.getAttribute(name)?.replace('accept', 'reject')])
    expect(accept?.parentElement).toBe(reject?.parentElement)
    expect(accept?.tagName).toBe(reject?.tagName)
    expect(attributesOf(accept)).toEqual(attributesOf(reject))
  })

  it('rejects by one click, which is no click on anything that accepts', () => {
    const onDecision = vi.fn()
    const { store } = renderBanner(openShop(undefined, '', { onDecision }))
    fireEvent.click(screen.getByRole('button', { name: 'Reject all' }))
    expect(onDecision).toHaveBeenCalledTimes(1)
    expect(onDecision).toHaveBeenCalledWith(expect.objectContaining({ via: 'reject', categories: ['essential'] }), {
      reason: 'reject',
    })
    expect(store.getState().grant.categories).toEqual(['essential'])
  })

  it('tells handlers around it that a click was its own', () => {
    const onClick = vi.fn((event: { defaultPrevented: boolean }) => event.defaultPrevented)
    const { wrapper: Wrapper } = openShop()
    render(
      <Wrapper>
        <div onClick={onClick}>
          <ConsentBanner />
        </div>
      </Wrapper>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Reject all' }))
    expect(onClick).toHaveReturnedWith(true)
  })

  it.each(['Escape', 'Enter', ' '])('grants nothing by %s, by a scroll, or by a click beside its buttons', (key) => {
    const { store, jar } = renderBanner()
    const region = screen.getByRole('region')
    fireEvent.keyDown(region, { key })
    fireEvent.keyDown(document.body, { key })
    fireEvent.scroll(window)
    fireEvent.click(region)
    fireEvent.click(document.body)
    expect(store.getState().status).toBe('undecided')
    expect(jar.writes).toEqual([])
    expect(banner()).toBeInTheDocument()
  })

  it('takes no focus', () => {
    renderBanner(
      openShop(),
      <>
        <ConsentBanner />
        <input autoFocus />
      </>,
    )
    expect(screen.getByRole('textbox')).toHaveFocus()
  })

  it('brings the panel that Customize opens, unless it is told not to', () => {
    const { store } = renderBanner()
    fireEvent.click(screen.getByRole('button', { name: 'Customize' }))
    expect(store.getState().open).toBe(true)
    expect(screen.getByRole('dialog', { name: 'Cookie preferences' })).toBeInTheDocument()
  })

  it('leaves the panel to you', () => {
    renderBanner(openShop(), <ConsentBanner panel={false} />)
    expect(document.querySelector('dialog')).toBeNull()
  })

  it('holds the children that it is given, in the order given', () => {
    renderBanner(
      openShop(),
      <ConsentBanner>
        <Banner.Accept>Yes</Banner.Accept>
        <Banner.Title>Cookies?</Banner.Title>
        <Banner.Reject>No</Banner.Reject>
      </ConsentBanner>,
    )
    expect(screen.getByRole('region', { name: 'Cookies?' })).toHaveTextContent('YesCookies?No')
    fireEvent.click(screen.getByRole('button', { name: 'No' }))
    expect(banner()).toBeNull()
  })
})

describe('the form of the banner', () => {
  beforeEach(() => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response()))
  })

  const renderWith = (
    declaration: { endpoint?: string; policy?: string },
    props: Partial<ConsentProviderProps> = {},
    children?: ReactNode,
  ): HTMLFormElement => {
    const consent = defineConsent({
      version: 1,
      categories: { analytics: { name: 'Analytics', description: 'Counts.' } },
      ...declaration,
    })
    const store = createConsentStore(consent, { jar: createMemoryJar() })
    render(
      <ConsentProvider store={store as NonNullable<ConsentProviderProps['store']>} {...props}>
        <ConsentBanner />
        {children}
      </ConsentProvider>,
    )
    const form = screen.getByRole('region').querySelector('form')
    if (!form) throw new Error('The banner has no form.')
    return form
  }

  it('posts the choice to the endpoint where JavaScript does not run', () => {
    const form = renderWith({ endpoint: '/consent' })
    expect(form).toHaveAttribute('method', 'post')
    expect(form).toHaveAttribute('action', '/consent')
    for (const [name, value] of [
      ['Accept all', 'accept'],
      ['Reject all', 'reject'],
    ] as const) {
      const button = within(form).getByRole<HTMLButtonElement>('button', { name })
      expect(button.type).toBe('submit')
      expect([...new FormData(form, button)]).toEqual([['choice', value]])
    }
  })

  it('tells the language of the words, as the panel and the form in the page do', () => {
    renderWith({ endpoint: '/consent' }, { locale: 'de' }, <PreferencesForm />)
    const forms = [...document.forms]
    expect(forms).toHaveLength(3)
    for (const form of forms) expect(new FormData(form).getAll('language')).toEqual(['de'])
  })

  it.each([
    ['/privacy', '/privacy#assent-form'],
    ['/privacy#cookies', '/privacy#assent-form'],
  ])('leads by Customize to the form of the policy page %s where JavaScript does not run', (policy, action) => {
    renderWith({ endpoint: '/consent', policy }, {}, <PreferencesForm />)
    const customize = screen.getByRole('button', { name: 'Customize' })
    expect(customize).toHaveAttribute('type', 'submit')
    expect(customize).toHaveAttribute('formmethod', 'get')
    expect(customize).not.toHaveAttribute('command')
    expect(customize).toHaveAttribute('formaction', action)
    expect(document.getElementById('assent-form')).toHaveAttribute('data-assent', 'form')
  })

  it.each([undefined, 'https://example.com/privacy', '/page?id=privacy'])(
    'opens the panel by a command where no form can be got, as with the policy %s',
    (policy) => {
      renderWith({ endpoint: '/consent', ...(policy !== undefined && { policy }) })
      const customize = screen.getByRole('button', { name: 'Customize' })
      expect(customize).toHaveAttribute('type', 'button')
      expect(customize).not.toHaveAttribute('formaction')
      expect(customize).toHaveAttribute('command', 'show-modal')
      expect(customize).toHaveAttribute('commandfor', 'assent-preferences')
    },
  )

  it('is not posted where it does', () => {
    const form = renderWith({ endpoint: '/consent', policy: '/privacy' })
    const onSubmit = vi.fn((event: Event) => event.preventDefault())
    form.addEventListener('submit', onSubmit)
    fireEvent.click(screen.getByRole('button', { name: 'Customize' }))
    expect(screen.getByRole('dialog', { name: 'Cookie preferences' })).toBeInTheDocument()
    fireEvent.click(within(form).getByRole('button', { name: 'Reject all' }))
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('posts nothing without an endpoint', () => {
    const form = renderWith({ policy: '/privacy' }, { locale: 'de' })
    expect(form).not.toHaveAttribute('action')
    expect([...new FormData(form)]).toEqual([])
    expect(
      within(form)
        .getAllByRole('button')
        .map((button) => button.getAttribute('type')),
    ).toEqual(['button', 'button', 'button'])
  })
})
