import { useContext } from 'react'
import type { Owner } from '../../core/consent/consent.js'
import { enFrame } from '../../locales/en-frame.js'
import type { FrameMessages } from '../../locales/messages.js'
import { useConsentContext, WordsContext } from '../../react/context.js'

/** The words of a frame that waits for this owner, in the language of the provider. */
export function useFrameWords({ category, service }: Owner): FrameMessages {
  const { messages } = useContext(WordsContext)
  const config = useConsentContext().store.consent.categories[category]
  const name =
    service === undefined
      ? (messages?.categories?.[category]?.name ?? config?.name ?? category)
      : (config?.services?.[service]?.name ?? service)
  const words = { ...enFrame, ...messages }
  return { ...words, frame: words.frame.replace('{name}', () => name) }
}
