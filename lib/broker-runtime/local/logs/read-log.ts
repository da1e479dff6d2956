import { setTimeout as sleep } from 'node:timers/promises'
import type { LogLine, LogOptions } from '../../runtime'
import type { NodeDirectory } from '../node/node-directory'
import { readEnd, readFrom } from './file-window'
import { logFiles } from './log-files'
import { parseLogLine } from './log-line'

/** Bounds of what is held in memory, whatever the log's size. */
const TAIL_BYTES_MAX = 2 * 1024 * 1024
const TAIL_LINES_MAX = 10_000
const PIECE_BYTES = 256 * 1024
const LOOK_AGAIN_MS = 300

/**
 * The last lines of a node's log, then, if asked, each new one, across rotations and restarts. A node that never came
 * to log shows what its JVM said instead.
 */
export async function* readLog(directory: NodeDirectory, options: LogOptions): AsyncGenerator<LogLine> {
  const position = endOf(directory.serverLog)
  const tail = lastLines(directory, Math.min(options.tailLines, TAIL_LINES_MAX))
  for (const line of tail) yield parseLogLine(line)
  if (options.follow) yield* follow(directory, position, options.signal)
}

function lastLines({ serverLog, bootLog }: NodeDirectory, count: number): readonly string[] {
  let lines: readonly string[] = []
  let bytesLeft = TAIL_BYTES_MAX
  for (const file of logFiles(serverLog).toReversed()) {
    if (lines.length >= count || bytesLeft <= 0) break
    const text = readEnd(file, bytesLeft)
    bytesLeft -= Buffer.byteLength(text)
    lines = [...splitLines(text), ...lines]
  }
  if ((readFrom(serverLog, { fromEnd: 1 })?.end ?? 0) === 0) {
    lines = [...lines, ...splitLines(readEnd(bootLog, PIECE_BYTES))]
  }
  return count > 0 ? lines.slice(-count) : []
}

const splitLines = (text: string): readonly string[] => {
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

type Position = { inode: number; offset: number }

function endOf(path: string): Position {
  const window = readFrom(path, { fromEnd: 0 })
  return { inode: window?.inode ?? 0, offset: window?.end ?? 0 }
}

async function* follow(
  { serverLog }: NodeDirectory,
  from: Position,
  signal: AbortSignal | undefined,
): AsyncGenerator<LogLine> {
  let position = from
  let partLine = ''
  for (;;) {
    if (signal?.aborted) return
    const piece = nextPiece(serverLog, position)
    if (piece.text !== '') {
      const lines = (partLine + piece.text).split('\n')
      partLine = lines.pop() ?? ''
      for (const line of lines) yield parseLogLine(line)
    }
    const moved = piece.inode !== position.inode || piece.end !== position.offset
    position = { inode: piece.inode, offset: piece.end }
    if (!moved) await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined)
  }
}

/**
 * The file we read may have been renamed meanwhile: it is found again by its inode and read to its end before the
 * next newer one is begun.
 */
function nextPiece(
  serverLog: string,
  { inode, offset }: Position,
): { inode: number; text: string; end: number } {
  const files = logFiles(serverLog)
  const inodes = files.map((path) => readFrom(path, { fromEnd: 0 })?.inode ?? 0)
  const at = inodes.lastIndexOf(inode)
  const current = files[at]
  if (at >= 0 && current !== undefined) {
    const window = readFrom(current, { offset, bytesMax: PIECE_BYTES })
    if (window && window.inode === inode && window.text !== '') return window
    if (at === files.length - 1) return { inode, text: '', end: offset }
  }
  // Read to its end, or gone: the next newer file, and where we have lost our place the newest.
  const next = at >= 0 ? files[at + 1] : files.at(-1)
  return (next && readFrom(next, { offset: 0, bytesMax: PIECE_BYTES })) || { inode, text: '', end: offset }
}
