import type { Messages } from './messages.js'

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
