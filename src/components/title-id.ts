import { createContext, type Context } from 'react'

/** The id that a title takes, so that it names the banner or the panel around it. */
export const TitleId: Context<string | undefined> = createContext<string | undefined>(undefined)
