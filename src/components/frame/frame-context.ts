'use client'
import { createContext, useContext, type Context } from 'react'
import { ConsentError } from '../../core/errors.js'
import type { FrameMessages } from '../../locales/messages.js'

/** What a frame that waits gives to its parts. */
export interface FrameState {
  readonly title: string
  readonly titleId: string
  readonly descriptionId: string
  readonly words: FrameMessages
  readonly showOnce: () => void
  readonly showAlways: () => void
}

export const FrameContext: Context<FrameState | null> = createContext<FrameState | null>(null)

export function useFrame(): FrameState {
  const state = useContext(FrameContext)
  if (!state)
    throw new ConsentError(
      'missing-provider',
      process.env.NODE_ENV !== 'production' &&
        'A part of Frame stands outside a ConsentFrame, so there is no frame that it could show. Make it a child of <ConsentFrame>.',
    )
  return state
}
