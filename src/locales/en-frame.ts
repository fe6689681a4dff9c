import type { FrameMessages } from './messages.js'

/** English of `ConsentFrame`, apart from the rest: a page without frames does not load it. */
export const enFrame: FrameMessages = {
  frame: 'Loading this needs your consent to {name}. Its provider then learns of your visit.',
  showOnce: 'Show once',
  showAlways: 'Always show',
}
