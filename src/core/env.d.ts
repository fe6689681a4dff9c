/** Replaced by bundlers: what stands behind a comparison with 'production' is left out of production builds. */
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** For what listeners throw alone. */
declare function setTimeout(callback: () => void): unknown

/** For the debug sink alone. */
declare const console: { debug(...data: unknown[]): void; warn(...data: unknown[]): void }

/** In every runtime: Node, Deno, Bun, workers and browsers. */
declare function atob(base64: string): string
