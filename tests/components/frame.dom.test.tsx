import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ConsentFrame, ConsentProvider, createConsentStore, createMemoryJar, defineConsent, Frame } from 'assent'
import { createRef, StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { openShop } from '../react/shop.js'

const video = { src: 'about:blank', title: 'How we glaze a bowl' }
const iframe = () => document.querySelector('iframe')

describe('a frame that waits', () => {
  it('says what it would show and for whom, and has no iframe', () => {
    const { wrapper: Wrapper } = openShop()
    render(
      <Wrapper>
        <ConsentFrame service="meta" {...video} />
      </Wrapper>,
    )
    const group = screen.getByRole('group', { name: video.title })
    expect(group).toHaveAttribute('data-assent', 'frame')
    expect(group).toHaveAttribute('data-service', 'meta')
    expect(group).toHaveTextContent(
      'This content comes from Meta Pixel, which learns of your visit and may set cookies.',
    )
    for (const button of screen.getAllByRole('button')) expect(button).toHaveAccessibleDescription(/Meta Pixel/)
    expect(iframe()).toBeNull()
  })

  it('is shown once by a button that records nothing, and takes its focus', async () => {
    const { wrapper: Wrapper, store, jar } = openShop()
    render(
      <Wrapper>
        <ConsentFrame category="marketing" {...video} />
        <ConsentFrame category="marketing" {...video} title="Another" />
      </Wrapper>,
    )
    const [once] = screen.getAllByRole('button', { name: 'Show once' })
    if (once) await userEvent.click(once)
    expect(screen.getByTitle(video.title)).toHaveFocus()
    expect(screen.getByRole('group', { name: 'Another' })).toBeInTheDocument()
    expect(store.getState().status).toBe('undecided')
    expect(jar.writes).toEqual([])
  })

  it('is shown always by one that grants its service beside what is granted', async () => {
    const { wrapper: Wrapper, store } = openShop(['analytics'])
    render(
      <StrictMode>
        <Wrapper>
          <ConsentFrame service="meta" {...video} />
        </Wrapper>
      </StrictMode>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Always show' }))
    expect(screen.getByTitle(video.title)).toHaveFocus()
    expect(store.getState().record).toMatchObject({
      categories: ['essential', 'analytics', 'marketing'],
      services: ['meta'],
      via: 'save',
    })
  })

  it('grants a category with all of its services, and a service without the others', async () => {
    const services = { map: { name: 'Map' }, chat: { name: 'Chat' } }
    const consent = defineConsent({ version: 1, categories: { media: { name: 'Media', description: '', services } } })
    for (const [wanted, granted] of [
      [{ category: 'media' }, ['map', 'chat']],
      [{ service: 'chat' }, ['chat']],
    ] as const) {
      const store = createConsentStore(consent, { jar: createMemoryJar() })
      const { unmount } = render(
        <ConsentProvider store={store}>
          <ConsentFrame {...wanted} {...video} />
        </ConsentProvider>,
      )
      await userEvent.click(screen.getByRole('button', { name: 'Always show' }))
      expect(store.getState().grant.services).toEqual(granted)
      unmount()
    }
  })

  it('comes back when the grant is taken back, and when the visitor refuses after showing it once', async () => {
    const { wrapper: Wrapper, store } = openShop(['marketing'])
    render(
      <Wrapper>
        <ConsentFrame category="marketing" {...video} />
      </Wrapper>,
    )
    expect(iframe()).toHaveAttribute('title', video.title)
    expect(document.activeElement).toBe(document.body)
    act(() => void store.rejectAll())
    expect(iframe()).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Show once' }))
    expect(iframe()).not.toBeNull()
    act(() => void store.rejectAll())
    expect(iframe()).toBeNull()
  })

  it('keeps the iframe that was shown once when it is granted then', async () => {
    const { wrapper: Wrapper, store } = openShop()
    render(
      <Wrapper>
        <ConsentFrame category="marketing" {...video} />
      </Wrapper>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Show once' }))
    const before = iframe()
    act(() => void store.acceptAll())
    expect(iframe()).toBe(before)
  })

  it('keeps its ratio without a style, and gives the iframe what is the iframe’s', () => {
    const { wrapper: Wrapper } = openShop(['marketing'])
    const ref = createRef<HTMLDivElement>()
    render(
      <Wrapper>
        <ConsentFrame
          {...video}
          ref={ref}
          category="marketing"
          className="mine"
          width={640}
          height={320}
          sandbox="allow-scripts"
          allow="fullscreen"
          loading="lazy"
        />
      </Wrapper>,
    )
    expect(ref.current).toHaveClass('mine')
    expect(ref.current?.querySelector('svg')).toHaveAttribute('viewBox', '0 0 640 320')
    expect(ref.current?.outerHTML).not.toContain('style=')
    for (const [name, value] of Object.entries({
      sandbox: 'allow-scripts',
      allow: 'fullscreen',
      loading: 'lazy',
      width: '640',
    }))
      expect(iframe()).toHaveAttribute(name, value)
  })

  it('takes parts and words of your own', async () => {
    const { wrapper: Wrapper } = openShop(undefined, '', {
      messages: { showOnce: 'Einmal', frame: 'Für {name}', categories: { marketing: { name: 'Werbung' } } },
    })
    const onClick = vi.fn((event: React.MouseEvent) => event.preventDefault())
    render(
      <Wrapper>
        <ConsentFrame category="marketing" poster="/bowl.jpg" {...video}>
          <Frame.Title className="mine" />
          <Frame.Description />
          <Frame.Once onClick={onClick} />
        </ConsentFrame>
      </Wrapper>,
    )
    expect(screen.getByText('Für Werbung')).toBeInTheDocument()
    expect(screen.getByText(video.title)).toHaveClass('mine')
    expect(document.querySelector('img')).toHaveAttribute('src', '/bowl.jpg')
    await userEvent.click(screen.getByRole('button', { name: 'Einmal' }))
    expect(onClick).toHaveBeenCalledTimes(1)
    expect(iframe()).toBeNull()
  })

  it('says so when a part stands alone', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined) // React reports what it rethrows
    const { wrapper: Wrapper } = openShop()
    expect(() =>
      render(
        <Wrapper>
          <Frame.Once />
        </Wrapper>,
      ),
    ).toThrow(expect.objectContaining({ code: 'missing-provider' }) as Error)
  })
})
