import { LogPositionLost, type LogEntry, type LogFilter, type LogReading } from '../../runtime'
import type { NodeDirectory } from '../node/node-directory'
import { blocksBefore, type LogBlock } from './log-blocks'
import { entriesOf, timeOfHead } from './log-entries'
import { openLog, type OpenFile } from './open-log'

/**
 * A node's log, newest entry first, from its end back through the rotated files: what is not asked for is not read.
 * A node that never came to log shows what its JVM said instead.
 */
export async function* readLog(
  directory: NodeDirectory,
  { before, since, filter }: LogReading,
): AsyncGenerator<LogEntry> {
  const log = await openLog(directory)
  try {
    for (const stretch of stretchesOf(log.files, before, since)) yield* readStretch(stretch, filter)
  } finally {
    await log.close()
  }
}

/** What is asked for of one file. */
type Stretch = { file: OpenFile; from: number; to: number }

/** Newest file first. */
function stretchesOf(files: readonly OpenFile[], before?: string, since?: string): readonly Stretch[] {
  const end = before === undefined ? { file: files.length - 1, offset: Infinity } : placeOf(files, before)
  const begin = since === undefined ? { file: 0, offset: 0 } : placeOf(files, since)
  return files
    .map((file, place) => ({
      file,
      place,
      from: place === begin.file ? begin.offset : 0,
      to: place === end.file ? Math.min(end.offset, file.size) : file.size,
    }))
    .filter(({ place }) => place >= begin.file && place <= end.file)
    .toReversed()
}

async function* readStretch({ file, from, to }: Stretch, filter: LogFilter): AsyncGenerator<LogEntry> {
  for await (const block of blocksBefore(file, to)) {
    const entries = entriesOf(file, block, filter)
    if (block.offset > from) {
      yield* entries
      if (isBefore(block, filter.from)) return
      continue
    }
    yield* entries.filter((entry) => offsetOf(entry) >= from)
    return
  }
}

/** What stands further back is older still: nothing there can be within the time asked for. */
function isBefore({ bytes }: LogBlock, from: number | null): boolean {
  const begins = timeOfHead(bytes)
  return from !== null && begins !== null && begins < from
}

const POSITION = /^([\da-z.]+)-(\d+)$/

function placeOf(files: readonly OpenFile[], position: string): { file: number; offset: number } {
  const [, key, offset] = POSITION.exec(position) ?? []
  const file = files.findIndex((candidate) => candidate.key === key)
  if (file < 0 || offset === undefined) throw new LogPositionLost(position)
  return { file, offset: Number(offset) }
}

const offsetOf = ({ position }: LogEntry): number => Number(POSITION.exec(position)?.[2] ?? 0)

const PIECE_BYTES = 256 * 1024

/** Every byte that is kept, oldest first, as it stands in the files. */
export async function* wholeLog(directory: NodeDirectory): AsyncGenerator<Uint8Array> {
  const log = await openLog(directory)
  try {
    for (const { handle, size } of log.files) {
      for (let offset = 0; offset < size;) {
        const buffer = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - offset))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset)
        if (bytesRead === 0) break
        offset += bytesRead
        yield buffer.subarray(0, bytesRead)
      }
    }
  } finally {
    await log.close()
  }
}
