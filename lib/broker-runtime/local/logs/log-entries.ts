import { fitsLevels, levelOf, occurrences, type LogLevel } from '@/lib/domain/log'
import type { LogEntry, LogFilter } from '../../runtime'
import { cleanText } from './clean-text'
import { LINE_BREAK, type LogBlock } from './log-blocks'
import type { OpenFile } from './open-log'

const HEAD = /^\[(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d),(\d{3})\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) /

/** What is shown of one entry at most; an exception with all its causes is some 10 kB. */
const SHOWN_MAX = 16 * 1024
/** Of a longer one its beginning, and what stands around the text one looks for. */
const BEGINNING = 4 * 1024
const AROUND = 1024

/** The entries of a block that fit, newest first. */
export function entriesOf(file: OpenFile, block: LogBlock, filter: LogFilter): LogEntry[] {
  if (!mayHold(block, filter)) return []
  const found: LogEntry[] = []
  for (const { from, to } of cutIntoEntries(file, block).toReversed()) {
    const head = readHead(file, block.bytes.subarray(from, to))
    if (!fits(head, filter)) continue
    const entry = readEntry(file, block, { from, to }, head, filter.text)
    if (entry) found.push(entry)
  }
  return found
}

/** Most blocks have nothing of what one looks for: they are passed over as a whole. */
function mayHold({ offset, bytes }: LogBlock, { text, levels, to }: LogFilter): boolean {
  const begins = timeOfHead(bytes)
  if (begins !== null && to !== null && begins > to) return false
  // What has no level of its own stands at the start of a file, if anywhere.
  if (levels.length > 0 && offset > 0 && !wordsOf(levels).some((word) => bytes.includes(word))) return false
  if (text === '' || bytes.includes(ESCAPE)) return true
  // One byte a letter is read several times as fast as UTF-8, and says the same of a text without accents.
  const encoding = IS_ASCII.test(text) ? 'latin1' : 'utf8'
  return bytes.toString(encoding).toLowerCase().includes(text.toLowerCase())
}

const IS_ASCII = /^[ -~]*$/

const ESCAPE = 0x1b
const wordsOf = (levels: readonly LogLevel[]): string[] =>
  WORDS.filter((word) => levels.some((level) => level === levelOf(word))).map((word) => `] ${word} `)
const WORDS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']

type Head = Pick<LogEntry, 'at' | 'orderAt' | 'level'> & { length: number }

/** Time and level of the entry at the start of these bytes; cheap, so that what does not fit is read no further. */
function readHead(file: OpenFile, bytes: Buffer): Head {
  const [head, day, time, millis, word] = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES_MAX)) ?? []
  if (head === undefined || word === undefined) {
    const level = IS_GREETING.test(bytes.toString('latin1', 0, HEAD_BYTES_MAX)) ? 'INFO' : null
    return { at: null, orderAt: file.modifiedAt, level, length: 0 }
  }
  const at = Date.parse(`${day}T${time}.${millis}Z`)
  return { at, orderAt: at, level: levelOf(word), length: head.length }
}

const HEAD_BYTES_MAX = 40
/** The metrics agent greets on each start; nobody who looks for errors wants to read that. */
const IS_GREETING = /^(?:I> |Jolokia: )/

/** When the entry at the start of these bytes was written. */
export function timeOfHead(bytes: Buffer): number | null {
  const [, day, time, millis] = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES_MAX)) ?? []
  return day === undefined ? null : Date.parse(`${day}T${time}.${millis}Z`)
}

type Range = { from: number; to: number }

function cutIntoEntries({ isHead }: OpenFile, { bytes }: LogBlock): Range[] {
  const ranges: Range[] = []
  let from = 0
  for (let at = bytes.indexOf(LINE_BREAK); at >= 0; at = bytes.indexOf(LINE_BREAK, at + 1)) {
    if (!isHead(bytes, at + 1)) continue
    ranges.push({ from, to: at + 1 })
    from = at + 1
  }
  if (from < bytes.length) ranges.push({ from, to: bytes.length })
  return ranges
}

/** Null when the entry does not have the text. */
function readEntry(
  file: OpenFile,
  { offset, end, bytes }: LogBlock,
  { from, to }: Range,
  { length, ...head }: Head,
  sought: string,
): LogEntry | null {
  const said = cleanText(bytes.toString('utf8', from + length, to)).trimEnd()
  const [place] = occurrences(said, sought)
  if (sought !== '' && place === undefined) return null
  const isBehind = to === bytes.length && offset + bytes.length < end
  return {
    ...head,
    position: `${file.key}-${offset + from}`,
    text: shownOf(said, place ?? 0),
    isCut: isBehind || said.length > SHOWN_MAX,
  }
}

function shownOf(said: string, place: number): string {
  if (said.length <= SHOWN_MAX) return said
  if (place < BEGINNING) return said.slice(0, SHOWN_MAX)
  const [from, to] = [Math.max(BEGINNING, place - AROUND), place + AROUND]
  return `${said.slice(0, BEGINNING)} … ${said.slice(from, to)}`
}

const fits = ({ level, orderAt }: Head, { levels, from, to }: LogFilter): boolean =>
  fitsLevels(levels, level) && (from === null || orderAt >= from) && (to === null || orderAt <= to)
