import { debug } from '../../core/debug.js'

/** A choice takes a few hundred bytes. */
const MAX_BODY_BYTES = 65_536
const MAX_BODY_MILLISECONDS = 10_000

/** The bytes of a request's body, or the status that refuses it: 413 when they are too many, 400 when they do not come. */
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

/** The rest of a refused body is left unread: to cancel it would end the connection before the reply, in Node. */
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
    // Whatever a stream fails with: the connection broke, or somebody else reads it.
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
