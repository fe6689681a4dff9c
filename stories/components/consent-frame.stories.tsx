import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConsentFrame, Frame, type ConsentFrameProps } from 'assent'
import { expect, waitFor } from 'storybook/test'
import { live } from '../visit/live.js'
import { longWords } from '../visit/long-words.js'

/** Two hills and a river, drawn: a poster of one's own site. */
const poster = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#cfe0ea"/><path d="M0 230Q160 90 320 220T640 190V360H0Z" fill="#5d7f6a"/><path d="M0 360Q260 250 640 330V360Z" fill="#20465c"/></svg>',
)}`
/** A page of Storybook's own host: `.storybook/static`. */
const src = '/video.html'

/** Of the props, what the stories vary. */
type Args = { service: 'meta' } & Pick<ConsentFrameProps, 'src' | 'title' | 'poster' | 'children'>

const meta = {
  title: 'Components/ConsentFrame',
  component: ConsentFrame,
  subcomponents: { ...Frame },
  argTypes: { children: { control: false } },
  args: { service: 'meta', src, title: 'How we glaze a bowl' },
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 720, padding: 16 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<Args>
export default meta

type Story = StoryObj<Args>

export const Waiting: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('group', { name: 'How we glaze a bowl' })).toHaveTextContent('Meta Pixel')
    await expect(canvas.queryByTitle('How we glaze a bowl')).not.toBeInTheDocument()
  },
}

export const WithPoster: Story = { args: { poster } }

export const Granted: Story = {
  parameters: { visit: { granted: ['marketing'] } },
  play: async ({ canvas }) => {
    const frame = canvas.getByTitle<HTMLIFrameElement>('How we glaze a bowl')
    await expect(frame).toBeVisible()
    await waitFor(() => expect(frame.contentDocument?.body).toHaveTextContent('The video.'))
  },
}

/** For this one, until the page is left: nothing is recorded. */
export const ShownOnce: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Show once' }))
    await expect(canvas.getByTitle('How we glaze a bowl')).toHaveFocus()
    await expect(live(canvas, 'status').words).toBe('undecided')
  },
}

/** From now on: the service is granted beside what was. */
export const ShownAlways: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { visit: { granted: ['functional'] } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Always show' }))
    await expect(canvas.getByTitle('How we glaze a bowl')).toHaveFocus()
    await expect(live(canvas, 'granted').words).toBe('essential functional marketing')
  },
}

/** The box grows with its words, where its ratio has no room for them. */
export const LongWords: Story = {
  args: { title: 'Donaudampfschifffahrtsgesellschaft: wie wir im Winter eine Schale glasieren', poster },
  parameters: {
    visit: {
      messages: {
        ...longWords,
        frame:
          'Für diesen Inhalt benötigen wir Ihre Einwilligung in {name}. Der Anbieter erfährt dann von Ihrem Besuch und darf Cookies setzen.',
        showOnce: 'Einmalig anzeigen',
        showAlways: 'Immer anzeigen',
      },
      locale: 'de',
    },
  },
  globals: { viewport: { value: 'phone' } },
}

export const RightToLeft: Story = {
  args: { title: 'كيف نزجّج وعاءً', poster },
  parameters: {
    visit: {
      messages: {
        frame: 'يتطلب التحميل موافقتك على {name}. عندها يعلم المزوّد بزيارتك.',
        showOnce: 'عرض مرة واحدة',
        showAlways: 'العرض دائمًا',
      },
      locale: 'ar',
    },
  },
  globals: { direction: 'rtl' },
}

/** Parts of it, with a word of your own. */
export const OwnParts: Story = {
  args: {
    children: (
      <>
        <Frame.Title />
        <p>Two minutes, without sound.</p>
        <Frame.Actions>
          <Frame.Once>Play</Frame.Once>
        </Frame.Actions>
      </>
    ),
  },
}

/** As your own styles find it. */
export const WithoutStylesheet: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { styled: false },
}
