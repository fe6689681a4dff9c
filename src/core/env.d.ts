/**
 * Bundlers replace `process.env.NODE_ENV`: what stands behind a comparison with 'production' is left out of production builds.
 * Only Node has `versions`.
 */
declare const process: {
  readonly env: { readonly NODE_ENV?: string }
  readonly versions?: { readonly node?: string }
}

/** For what listeners throw, and for the lifetimes of a memory jar. */
declare function setTimeout(callback: () => void, milliseconds?: number): unknown
declare function clearTimeout(timer: unknown): void

/** For the debug sink alone. */
declare const console: { debug(...data: unknown[]): void; warn(...data: unknown[]): void }

/** In every runtime: Node, Deno, Bun, workers and browsers. */
declare function atob(base64: string): string
