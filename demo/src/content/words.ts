import { de } from './de.js'
import { en } from './en.js'

/** All that the site says; every language says the same. */
export type Words = typeof en

export const languages = { en: 'English', de: 'Deutsch' }

/** The words of a language; a cookie may name one that we do not speak. */
export function wordsIn(language: string): Words {
  return language === 'de' ? de : en
}
