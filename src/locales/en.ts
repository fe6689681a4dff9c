import type { Messages, FrameMessages, TableMessages } from './messages.js'

/** English, the default, without the words of `CookieTable`: a page without tables does not load them. */
export const enAsking: Omit<Messages, keyof TableMessages> = {
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
  session: 'Session',
}

/** English of `CookieTable`. */
export const enTable: TableMessages = {
  cookie: 'Cookie',
  provider: 'Provider',
  purpose: 'Purpose',
  duration: 'Duration',
  category: 'Category',
  thisSite: 'This site',
}

/** English, the default. */
export const en: Messages = /* @__PURE__ */ Object.assign({}, enAsking, enTable)

/** English of `ConsentFrame`, apart from the rest: a page without frames does not load it. */
export const enFrame: FrameMessages = {
  frame: 'Loading this needs your consent to {name}. Its provider then learns of your visit.',
  showOnce: 'Show once',
  showAlways: 'Always show',
}
