import { Unzlib } from 'fflate'

/** Deflate makes at most 1,032 bytes of one: what a piece may become stays small. */
const PIECE_BYTES = 256

/** Inflates zlib data (RFC 1950), as long as it stays within so many bytes; `undefined` for more, and for what is no such data. */
export function inflate(data: Uint8Array, maxBytes: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = []
  const sum = { bytes: 0, isComplete: false }
  const stream = new Unzlib((piece, isLast) => {
    pieces.push(piece)
    sum.bytes += piece.length
    sum.isComplete = isLast
  })
  try {
    for (let at = 0; at < data.length && sum.bytes <= maxBytes; at += PIECE_BYTES)
      stream.push(data.slice(at, at + PIECE_BYTES), at + PIECE_BYTES >= data.length)
  } catch (error) {
    if (isOfData(error)) return undefined
    throw error
  }
  if (!sum.isComplete || sum.bytes > maxBytes) return undefined
  const text = new Uint8Array(sum.bytes)
  let end = 0
  for (const piece of pieces) {
    text.set(piece, end)
    end += piece.length
  }
  return text
}

/** fflate marks what it finds wrong with the data by a number. */
function isOfData(error: unknown): boolean {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'number'
}
