import { consent } from './consent.js'

/** The declaration of a shop with a server, which takes every choice: here nothing answers. */
export const posting = { ...consent, endpoint: '/consent' }

/** Takes what is posted, in the place of a server, until the story ends. */
export function takePosts(): () => void {
  const fetch = window.fetch.bind(window)
  window.fetch = (input, init) => (input === posting.endpoint ? Promise.resolve(new Response()) : fetch(input, init))
  return () => {
    window.fetch = fetch
  }
}
