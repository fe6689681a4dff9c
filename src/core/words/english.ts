import type { FrameMessages, Messages, TableMessages } from './messages.js'

/** English of banner and panel, the default. The other words stand apart, so that a page that does not need them does not load them. */
export const enAsking: Omit<Messages, keyof TableMessages> = {
  title: 'Cookies on this site',
  description:
    'With your permission, we{partners} store and read data on your device for: {purposes}. You can say no, and change your mind at any time.',
  partners: ' and our partners',
  notice: 'We{partners} store and read data on your device for: {purposes}. You can say no at any time.',
  dismiss: 'OK',
  privacyChoices: 'Your privacy choices',
  changes: 'New since your last choice: {changes}',
  gpc: 'Opt-out request honored: your browser asks sites not to sell or share your data (Global Privacy Control).',
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

/** What the known categories are for, in English. */
export const enPurposes: Readonly<Record<string, string | undefined>> = {
  functional: 'your preferences',
  analytics: 'statistics',
  marketing: 'advertising',
  social: 'social media',
}

/** English of `CookieTable`. */
export const enTable: TableMessages = {
  cookie: 'Cookie',
  provider: 'Provider',
  purpose: 'Purpose',
  duration: 'Duration',
  category: 'Category',
  thisSite: 'This site',
  notStated: 'Not stated',
}

/** English of `ConsentFrame`. */
export const enFrame: FrameMessages = {
  frame: 'This content comes from {name}, which learns of your visit and may set cookies.',
  showOnce: 'Show once',
  showAlways: 'Always show',
}
