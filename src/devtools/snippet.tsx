'use client'
import { useState, type ReactNode } from 'react'
import { debug } from '../core/debug.js'
import { texts } from './texts.js'

/** What to paste into the declaration. Renders a `<section>` element, or nothing where all is declared. */
export function Snippet({ text }: { text: string }): ReactNode {
  const [copied, setCopied] = useState<string>()
  if (!text) return null
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch (error) {
      debug('This browser does not let the page copy.', error)
    }
  }
  return (
    <section>
      <h2>{texts.paste}</h2>
      <pre>{text}</pre>
      <button type="button" onClick={() => void copy()}>
        {copied === text ? texts.copied : texts.copy}
      </button>
    </section>
  )
}
