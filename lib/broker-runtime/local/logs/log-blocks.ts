import type { OpenFile } from './open-log'

/**
 * A piece of a log file that holds whole entries. `end` is where it ends in the file; the bytes may stop short of it
 * where one entry was longer than what is held in memory.
 */
export type LogBlock = { offset: number; end: number; bytes: Buffer }

/** Small at first, because a page of the newest lines needs little; then large, because a search reads it all. */
const FIRST_BYTES = 64 * 1024
const PIECE_BYTES = 512 * 1024
/** Of one entry no more than this is held, however long it is. */
const ENTRY_BYTES_MAX = 1024 * 1024

/** The blocks of a file from an offset back to its start, the last one first. */
export async function* blocksBefore(file: OpenFile, before: number): AsyncGenerator<LogBlock> {
  let rest: LogBlock = { offset: before, end: before, bytes: Buffer.alloc(0) }
  let pieceBytes = FIRST_BYTES
  while (rest.offset > 0) {
    const from = Math.max(0, rest.offset - pieceBytes)
    pieceBytes = PIECE_BYTES
    const piece = await readExactly(file, from, rest.offset)
    const bytes = Buffer.concat([piece, rest.bytes])
    const begins = from === 0 ? 0 : firstHead(file, bytes, piece.length)
    if (begins === null) {
      rest = { offset: from, end: rest.end, bytes: bytes.subarray(0, ENTRY_BYTES_MAX) }
      continue
    }
    yield { offset: from + begins, end: rest.end, bytes: bytes.subarray(begins) }
    rest = { offset: from, end: from + begins, bytes: bytes.subarray(0, begins) }
    if (from === 0) return
    // The next piece ends where this one begins; what is left of this one stands in `rest`.
  }
}

/** Where the first entry begins that is known to begin: behind a line break within the piece. */
function firstHead({ isHead }: OpenFile, bytes: Buffer, within: number): number | null {
  for (let at = bytes.indexOf(LINE_BREAK); at >= 0 && at < within; at = bytes.indexOf(LINE_BREAK, at + 1)) {
    if (isHead(bytes, at + 1)) return at + 1
  }
  return null
}

export const LINE_BREAK = 0x0a

/** A file that was cut meanwhile gives less; what is missing is not made up. */
async function readExactly({ handle }: OpenFile, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(to - from)
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, from + length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}
