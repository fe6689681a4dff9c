import { debug } from '../../core/debug.js'

/** The most bytes of a body. A choice takes a few hundred bytes. */
const MAX_BODY_BYTES = 65_536
const MAX_BODY_MILLISECONDS = 10_000

/** Reads the bytes of a request's body. Gives a status to refuse it with: 413 if it is too long, 400 if it does not arrive. */
export async function readBody({ headers, body }: Request): Promise<Uint8Array<ArrayBuffer> | 400 | 413> {
  if (Number(headers.get('content-length')) > MAX_BODY_BYTES) return 413
  if (!body) return new Uint8Array()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<400>((resolve) => {
    timer = setTimeout(() => resolve(400), MAX_BODY_MILLISECONDS)
  })
  const bytes = await Promise.race([late, collect(body)])
  clearTimeout(timer)
  return bytes
}

/** Collects the chunks of a body. The rest of a refused body stays unread: in Node, cancelling would close the connection before the reply. */
async function collect(body: ReadableStream<unknown>): Promise<Uint8Array<ArrayBuffer> | 400 | 413> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    const reader = body.getReader()
    for (;;) {
      const { value } = await reader.read()
      if (value === undefined) break
      if (!(value instanceof Uint8Array)) return 400
      length += value.length
      if (length > MAX_BODY_BYTES) return 413
      chunks.push(value)
    }
  } catch (error) {
    // A stream fails with any error: the connection broke, or the body was read elsewhere.
    debug('The body of a request could not be read.', error)
    return 400
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
