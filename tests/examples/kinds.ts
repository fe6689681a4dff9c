/** What an example can do, which decides what is checked of it. */
interface Kind {
  /**
   * Who the first HTML is made for: the `visitor` who asks, `everyone` (by a build, with the banner and the script that hides it),
   * or nobody yet, where the page is rendered in the browser (`client`).
   */
  readonly html: 'visitor' | 'everyone' | 'client'
  /** It takes choices at `/consent`. */
  readonly endpoint: boolean
  /** It greets by a name that it keeps in a signed cookie. */
  readonly signs: boolean
}

/** Of each example, which is a folder in `examples` and a project of the configuration. */
const kinds: Readonly<Record<string, Kind>> = {
  express: { html: 'visitor', endpoint: true, signs: true },
  hono: { html: 'visitor', endpoint: true, signs: true },
  next: { html: 'visitor', endpoint: true, signs: true },
  'next-cache': { html: 'everyone', endpoint: true, signs: true },
  'next-export': { html: 'everyone', endpoint: false, signs: false },
  'next-pages': { html: 'visitor', endpoint: true, signs: true },
  'react-router': { html: 'visitor', endpoint: true, signs: true },
  vite: { html: 'client', endpoint: false, signs: false },
}

/** The tags of tests that this example has no use for. */
export function tagsWithout(example: string): RegExp {
  const kind = kinds[example]
  if (!kind) throw new Error(`Say in kinds.ts what the example ${example} can do.`)
  const tags = [
    kind.html === 'client' && '@first-html',
    kind.html !== 'visitor' && '@for-visitor',
    !kind.endpoint && '@endpoint',
    (!kind.endpoint || kind.html === 'client') && '@form',
    !kind.signs && '@signed',
  ]
  return new RegExp(`${tags.filter((tag) => tag !== false).join('|') || 'nothing'}$`)
}
