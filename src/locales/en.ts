import type { Messages, FrameMessages } from './messages.js'

/** English, the default. */
export const en: Messages = {
  title: 'Your cookie choices',
  description: 'May we and third parties use {purposes}? Change it any time.',
  gpc: 'Your browser asks sites not to sell or share your data (Global Privacy Control). We honour it.',
  accept: 'Accept all',
  reject: 'Reject all',
  customize: 'Customize',
  policy: 'Privacy policy',
  preferences: 'Cookie preferences',
  preferencesDescription: 'Choose what this site may store. Your choice is kept for {duration}, then we ask again.',
  save: 'Save choices',
  saved: 'Cookie preferences saved.',
  close: 'Close',
  alwaysActive: 'Always active',
  cookies: 'Cookies ({count})',
  serviceCount: 'Services ({count})',
  storage: 'Browser storage',
  cookie: 'Cookie',
  provider: 'Provider',
  purpose: 'Purpose',
  duration: 'Duration',
  category: 'Category',
  session: 'Session',
  thisSite: 'This site',
}

/** English of `ConsentFrame`, apart from the rest: a page without frames does not load it. */
export const enFrame: FrameMessages = {
  frame: 'Loading this needs your consent to {name}. Its provider then learns of your visit.',
  showOnce: 'Show once',
  showAlways: 'Always show',
}
