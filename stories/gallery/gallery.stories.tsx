import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import './gallery.css'
import { MODES, Picture } from './picture.js'
import { groups } from './states.js'

const meta = {
  title: 'Gallery',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', visit: false, controls: { disable: true } },
} satisfies Meta
export default meta

/** Every state of every part, light, dark and from right to left. */
export const Gallery: StoryObj<typeof meta> = {
  render: () => (
    <main className="gallery">
      <h1>Every state</h1>
      <p>Light, dark and from right to left, at the width of a phone. The pictures are drawn by the components.</p>
      {groups.map(({ name, story, states }) => (
        <section key={name}>
          <h2>
            {name}{' '}
            <a href={`./?path=/story/${story}`} target="_top">
              Try it<span className="live-hidden">: {name}</span>
            </a>
          </h2>
          {states.map((state) => (
            <figure key={state.name}>
              <figcaption>{state.name}</figcaption>
              <div>
                {MODES.map((mode) => (
                  <Picture key={mode} state={state} mode={mode} />
                ))}
              </div>
            </figure>
          ))}
        </section>
      ))}
    </main>
  ),
  play: async ({ canvasElement }) => {
    const pictures = [...canvasElement.querySelectorAll('iframe')]
    await expect(pictures).toHaveLength(MODES.length * groups.flatMap(({ states }) => states).length)
    for (const { contentDocument, title } of pictures)
      await waitFor(() => expect([title, contentDocument?.querySelector('[data-assent]')]).not.toContain(null), {
        timeout: 10_000,
      })
  },
}
