import type { OutgoingHttpHeaders } from 'node:http'
import { putLines, split, withLines, type HeadHeaders } from './head-headers.js'

/** Gives the Set-Cookie lines in the place of those of a head. `isPushed`: of a resource that is pushed beside the reply. */
export type Rewrite = (lines: readonly string[], isPushed?: boolean) => readonly string[]

/** May change the headers of a file before they are sent. `false`: they are not. */
type StatCheck = (this: unknown, stat: unknown, headers: OutgoingHttpHeaders, range: unknown) => unknown

type OnPush = (error: Error | null, stream: HeadStream, ...rest: unknown[]) => void

/** The methods of an HTTP/2 stream that send headers. */
export interface HeadStream {
  respond: (headers?: HeadHeaders, options?: unknown) => void
  respondWithFD: HeadStream['respondWithFile']
  respondWithFile: (file: unknown, headers?: HeadHeaders, options?: { readonly statCheck?: StatCheck }) => void
  additionalHeaders: (headers: HeadHeaders) => void
  sendTrailers: (headers: HeadHeaders) => void
  pushStream: (headers: unknown, options: unknown, callback?: OnPush) => void
}

/**
 * Lets `rewrite` change the Set-Cookie lines of a stream of HTTP/2: every head goes through a method of its stream, after
 * every wrapper of `writeHead`. Cookies of informational heads go with the head. Trailers set none.
 */
export function onStream(stream: HeadStream, rewrite: Rewrite): void {
  const early: string[] = []
  const linesFor = (headers: HeadHeaders | undefined) => rewrite([...early, ...(split(headers).lines ?? [])])
  const held = (headers: HeadHeaders | undefined): HeadHeaders => replaced(headers, linesFor(headers))
  const withFile =
    (respond: HeadStream['respondWithFile']): HeadStream['respondWithFile'] =>
    (file, headers, options) => {
      const check = options?.statCheck
      if (!check) {
        respond(file, held(headers), options)
        return
      }
      const statCheck: StatCheck = (stat, given, range) => {
        const goesOn = check.call(stream, stat, given, range)
        if (goesOn !== false) putLines(given, linesFor(given))
        return goesOn
      }
      respond(file, headers, { ...options, statCheck })
    }
  const respond = stream.respond.bind(stream)
  const sendTrailers = stream.sendTrailers.bind(stream)
  const additionalHeaders = stream.additionalHeaders.bind(stream)
  const pushStream = stream.pushStream.bind(stream)
  stream.respond = (headers, options) => respond(held(headers), options)
  stream.respondWithFD = withFile(stream.respondWithFD.bind(stream))
  stream.respondWithFile = withFile(stream.respondWithFile.bind(stream))
  stream.sendTrailers = (headers) => sendTrailers(replaced(headers, []))
  stream.additionalHeaders = (headers) => {
    additionalHeaders(replaced(headers, []))
    early.push(...(split(headers).lines ?? []))
  }
  stream.pushStream = (headers, options, callback) => {
    const [given, onPush] = typeof options === 'function' ? [{}, options as OnPush] : [options, callback]
    const holding: OnPush = (error, pushed, ...rest) => {
      if (!error) onStream(pushed, (lines) => rewrite(lines, true))
      onPush?.(error, pushed, ...rest)
    }
    pushStream(headers, given, typeof onPush === 'function' ? holding : onPush) // Node refuses what is no function
  }
}

function replaced(headers: HeadHeaders | undefined, lines: readonly string[]): HeadHeaders {
  if (Array.isArray(headers)) return withLines(headers, lines) ?? []
  const all = { ...(headers as OutgoingHttpHeaders | undefined) } // with its symbols, which name sensitive headers
  putLines(all, lines)
  return all
}
