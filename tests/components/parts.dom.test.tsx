import { cleanup, fireEvent, render } from '@testing-library/react'
import {
  Banner,
  ConsentBanner,
  CookieTable,
  Form,
  Panel,
  PreferencesButton,
  PreferencesForm,
  PreferencesPanel,
  type PartProps,
} from 'assent'
import { createElement, createRef, StrictMode, version, type ElementType, type ReactNode, type Ref } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openShop } from '../react/shop.js'
import { sendSignal } from './send-signal.js'

/** What every part takes, whatever its element. */
type AnyPart = ElementType<PartProps<'div'> & { ref?: Ref<Element>; category?: string; panel?: ReactNode }>

interface Case {
  part: unknown
  tag: string
  /** Its `data-assent`. */
  name: string
  props?: { category?: string; panel?: ReactNode }
}

const parts: Record<string, Case> = {
  'Banner.Root': { part: Banner.Root, tag: 'section', name: 'banner' },
  'Banner.Title': { part: Banner.Title, tag: 'h2', name: 'title' },
  'Banner.Description': { part: Banner.Description, tag: 'p', name: 'description' },
  'Banner.Signal': { part: Banner.Signal, tag: 'p', name: 'signal' },
  'Banner.PolicyLink': { part: Banner.PolicyLink, tag: 'a', name: 'policy' },
  'Banner.Actions': { part: Banner.Actions, tag: 'div', name: 'actions' },
  'Banner.Accept': { part: Banner.Accept, tag: 'button', name: 'accept' },
  'Banner.Reject': { part: Banner.Reject, tag: 'button', name: 'reject' },
  'Banner.Customize': { part: Banner.Customize, tag: 'button', name: 'customize' },
  'Panel.Root': { part: Panel.Root, tag: 'dialog', name: 'panel' },
  'Panel.Header': { part: Panel.Header, tag: 'div', name: 'header' },
  'Panel.Body': { part: Panel.Body, tag: 'div', name: 'body' },
  'Panel.Title': { part: Panel.Title, tag: 'h2', name: 'title' },
  'Panel.Close': { part: Panel.Close, tag: 'button', name: 'close' },
  'Panel.Description': { part: Panel.Description, tag: 'p', name: 'description' },
  'Panel.Signal': { part: Panel.Signal, tag: 'p', name: 'signal' },
  'Panel.Categories': { part: Panel.Categories, tag: 'fieldset', name: 'categories' },
  'Panel.Category': { part: Panel.Category, tag: 'div', name: 'category', props: { category: 'analytics' } },
  'Panel.Category, required': { part: Panel.Category, tag: 'div', name: 'category', props: { category: 'essential' } },
  'Panel.Actions': { part: Panel.Actions, tag: 'div', name: 'actions' },
  'Panel.Accept': { part: Panel.Accept, tag: 'button', name: 'accept' },
  'Panel.Reject': { part: Panel.Reject, tag: 'button', name: 'reject' },
  'Panel.Save': { part: Panel.Save, tag: 'button', name: 'save' },
  'Form.Root': { part: Form.Root, tag: 'form', name: 'form' },
  'Form.Signal': { part: Form.Signal, tag: 'p', name: 'signal' },
  'Form.Status': { part: Form.Status, tag: 'p', name: 'status' },
  'Form.Categories': { part: Form.Categories, tag: 'fieldset', name: 'categories' },
  'Form.Category': { part: Form.Category, tag: 'div', name: 'category', props: { category: 'marketing' } },
  'Form.Actions': { part: Form.Actions, tag: 'div', name: 'actions' },
  'Form.Accept': { part: Form.Accept, tag: 'button', name: 'accept' },
  'Form.Reject': { part: Form.Reject, tag: 'button', name: 'reject' },
  'Form.Save': { part: Form.Save, tag: 'button', name: 'save' },
  PreferencesButton: { part: PreferencesButton, tag: 'button', name: 'open' },
  CookieTable: { part: CookieTable, tag: 'table', name: 'table' },
}
const wholes: Record<string, Case> = {
  ConsentBanner: { part: ConsentBanner, tag: 'section', name: 'banner', props: { panel: false } },
  PreferencesPanel: { part: PreferencesPanel, tag: 'dialog', name: 'panel' },
  PreferencesForm: { part: PreferencesForm, tag: 'form', name: 'form' },
}

// Words in the console are a failure of any of these.
beforeEach(() => {
  const words = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  return () => {
    for (const word of words) expect(word).not.toHaveBeenCalled()
  }
})

// Without it there is no signal to tell of.
beforeEach(() => sendSignal())

/** Renders one part, and gives its element. */
function renderPart({ part, tag, name, props }: Case, given: object = {}): HTMLElement {
  const { wrapper: Wrapper } = openShop()
  const Part = part as AnyPart // each part has its own element's props; these are of all elements
  const { container } = render(
    <StrictMode>
      <Wrapper>
        <Part {...props} {...given} />
      </Wrapper>
    </StrictMode>,
  )
  const element = container.querySelector<HTMLElement>(`${tag}[data-assent=${name}]`)
  if (!element) throw new Error(`There is no ${tag} with data-assent="${name}" in ${container.innerHTML}`)
  return element
}

describe.each(Object.entries({ ...parts, ...wholes }))('%s', (_, part) => {
  it('is one element, with className, style, data attributes and the rest', () => {
    const element = renderPart(part, {
      className: 'mine',
      style: { color: 'red' },
      'data-mine': '1',
      title: 'Mine',
      lang: 'fr',
    })
    expect(element).toHaveClass('mine')
    expect(element.style.color).toBe('red')
    expect(element).toHaveAttribute('data-mine', '1')
    expect(element).toHaveAttribute('title', 'Mine')
    expect(element).toHaveAttribute('lang', 'fr')
    for (const own of ['category', 'render', 'panel']) expect(element).not.toHaveAttribute(own)
  })

  it('keeps what it has when a prop is undefined', () => {
    const plain = renderPart(part)
    const given = renderPart(part, { className: undefined, id: undefined, type: undefined, 'aria-label': undefined })
    for (const name of ['type', 'aria-label', 'data-assent'])
      expect(given.getAttribute(name)).toBe(plain.getAttribute(name))
  })

  it('takes another element to render, whose props add to its own', () => {
    const onClick = vi.fn((event: Event) => event.preventDefault())
    const element = renderPart(part, {
      className: 'mine',
      style: { color: 'red', top: '0px' },
      render: createElement(part.tag, {
        className: 'inner',
        style: { color: 'blue' },
        'data-inner': '1',
        onClick,
      }),
    })
    expect(element).toHaveClass('mine', 'inner')
    expect(element.style).toMatchObject({ color: 'blue', top: '0px' })
    expect(element).toHaveAttribute('data-inner', '1')
    fireEvent.click(element)
    expect(onClick).toHaveBeenCalledTimes(1)
  })

  it('takes a function of its props to render', () => {
    const element = renderPart(part, {
      className: 'mine',
      render: (props: object) => createElement(part.tag, { ...props, 'data-inner': '1' }),
    })
    expect(element).toHaveClass('mine')
    expect(element).toHaveAttribute('data-inner', '1')
  })

  it('calls handlers of the user', () => {
    const onClick = vi.fn((event: Event) => event.preventDefault())
    fireEvent.click(renderPart(part, { onClick }))
    expect(onClick).toHaveBeenCalledTimes(1)
  })
})

describe.each(Object.entries(parts))('%s', (_, part) => {
  it('gives its element to a ref, an object or a function', () => {
    const ref = createRef<HTMLElement>()
    const element = renderPart(part, { ref })
    expect(ref.current).toBe(element)
    const elements: (Element | null)[] = []
    const other = renderPart(part, { ref: (given: Element | null) => void elements.push(given) })
    expect(elements.at(-1)).toBe(other)
  })

  it('lets a ref clean up when it goes: by its own function from React 19 on, by null before', () => {
    const hasCleanUps = !version.startsWith('18.')
    const cleanUp = vi.fn()
    const ref = vi.fn(() => (hasCleanUps ? cleanUp : undefined))
    renderPart(part, { ref })
    cleanup()
    const given = ref.mock.calls.map(([element]: unknown[]) => element)
    expect(given.filter((element) => element === null)).toHaveLength(hasCleanUps ? 0 : given.length / 2)
    expect(cleanUp).toHaveBeenCalledTimes(hasCleanUps ? given.length : 0)
  })

  it('gives its element to the ref of a part whose element is replaced', () => {
    const ref = createRef<HTMLElement>()
    const element = renderPart(part, { ref, render: createElement(part.tag) })
    expect(ref.current).toBe(element)
  })

  it('leaves the element that replaces its own the ref that it has, from React 19 on', () => {
    const [ref, inner] = [createRef<HTMLElement>(), createRef<HTMLElement>()]
    const element = renderPart(part, { ref, render: createElement(part.tag, { ref: inner }) })
    expect(ref.current).toBe(element)
    expect(inner.current).toBe(version.startsWith('18.') ? null : element) // 18 shows an element’s ref to nobody
  })
})

describe.each(['Banner.Accept', 'Banner.Reject', 'Panel.Save', 'Form.Reject'] as const)('%s', (name) => {
  it('decides after the handler of the user', () => {
    const { wrapper: Wrapper, store } = openShop()
    const seen: string[] = []
    const Part = parts[name]?.part as AnyPart
    const { getByRole } = render(
      <Wrapper>
        <Part onClick={() => seen.push(store.getState().status)} />
      </Wrapper>,
    )
    fireEvent.click(getByRole('button'))
    expect(seen).toEqual(['undecided'])
    expect(store.getState().status).toBe('decided')
  })

  it('decides nothing when the handler of the user prevents it', () => {
    const { wrapper: Wrapper, store, jar } = openShop()
    const Part = parts[name]?.part as AnyPart
    const { getByRole } = render(
      <Wrapper>
        <Part onClick={(event) => event.preventDefault()} />
      </Wrapper>,
    )
    fireEvent.click(getByRole('button'))
    expect(store.getState().status).toBe('undecided')
    expect(jar.writes).toEqual([])
  })
})

it('opens no panel when the handler of the user prevents it', () => {
  const { wrapper: Wrapper, store } = openShop()
  const { getByRole } = render(
    <Wrapper>
      <PreferencesPanel />
      <PreferencesButton onClick={(event) => event.preventDefault()} />
    </Wrapper>,
  )
  fireEvent.click(getByRole('button', { name: 'Cookie preferences' }))
  expect(store.getState().open).toBe(false)
})
