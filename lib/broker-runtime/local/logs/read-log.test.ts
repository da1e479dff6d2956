import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LogPositionLost, NO_LOG_FILTER, type LogEntry, type LogFilter } from '../../runtime'
import { nodeDirectoryAt, type NodeDirectory } from '../node/node-directory'
import { logFiles, rotateBeforeStart } from './log-files'
import { readLog, wholeLog } from './read-log'

let directory: NodeDirectory
beforeEach(() => {
  directory = nodeDirectoryAt(mkdtempSync(join(tmpdir(), 'mosaik-logs-')))
  mkdirSync(directory.logs)
})
afterEach(() => rmSync(directory.root, { recursive: true }))

type Asked = Partial<LogFilter> & { before?: string; since?: string; count?: number }

/** Oldest first, as one reads it. */
async function read({ before, since, count = Infinity, ...filter }: Asked = {}): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for await (const entry of readLog(directory, { before, since, filter: { ...NO_LOG_FILTER, ...filter } })) {
    entries.push(entry)
    if (entries.length >= count) break
  }
  return entries.toReversed()
}
const texts = async (asked?: Asked): Promise<string[]> => (await read(asked)).map(({ text }) => text)

const time = (second: number): string =>
  new Date(Date.UTC(2026, 10, 22, 21, 0, second))
    .toISOString()
    .replace('T', ' ')
    .replace('.', ',')
    .slice(0, -1)
const line = (second: number, text: string, level = 'INFO'): string => `[${time(second)}] ${level} ${text}\n`

/** As the node's own rotation does it: rename all, then begin a new file. */
function rotate(): void {
  rmSync(`${directory.serverLog}.3`, { force: true })
  for (const file of logFiles(directory.serverLog)) {
    renameSync(file, `${directory.serverLog}.${Number(/\.(\d)$/.exec(file)?.[1] ?? 0) + 1}`)
  }
  writeFileSync(directory.serverLog, '')
}

test('reads time and level of each line, and keeps a stack trace with the line that raised it', async () => {
  writeFileSync(
    directory.serverLog,
    `${line(1, 'one (kafka.A)')}${line(2, 'failed (kafka.B)', 'FATAL')}java.io.IOException: No space\n\tat kafka.B.b(B.scala)\nCaused by: x\n${line(3, 'three', 'TRACE')}`,
  )
  const [one, failed, three] = await read()
  expect(one).toMatchObject({ at: Date.UTC(2026, 10, 22, 21, 0, 1), level: 'INFO', text: 'one (kafka.A)' })
  expect(failed).toMatchObject({ level: 'ERROR', isCut: false })
  expect(failed?.text).toBe(
    'failed (kafka.B)\njava.io.IOException: No space\n\tat kafka.B.b(B.scala)\nCaused by: x',
  )
  expect(three).toMatchObject({ level: 'DEBUG' })
})

test('goes back through the rotated files, a page at a time', async () => {
  writeFileSync(`${directory.serverLog}.2`, line(1, 'one') + line(2, 'two'))
  writeFileSync(`${directory.serverLog}.1`, line(3, 'three'))
  writeFileSync(directory.serverLog, line(4, 'four') + line(5, 'five'))
  const last = await read({ count: 2 })
  expect(last.map(({ text }) => text)).toEqual(['four', 'five'])
  expect(await texts({ before: last[0]?.position, count: 2 })).toEqual(['two', 'three'])
  expect(await texts({ since: last[0]?.position })).toEqual(['four', 'five'])
  expect(await texts()).toEqual(['one', 'two', 'three', 'four', 'five'])
})

test('reading on loses nothing and shows nothing twice, across rotations and half-written lines', async () => {
  writeFileSync(directory.serverLog, line(0, 'before'))
  const seen = new Map<string, string>()
  let newest: string | undefined
  const look = async (): Promise<void> => {
    const entries = await read(newest === undefined ? {} : { since: newest })
    for (const { position, text } of entries) seen.set(position, text)
    newest = entries.at(-1)?.position ?? newest
  }
  const expected = ['before']
  for (let round = 0; round < 8; round++) {
    for (let index = 0; index < 50; index++) {
      appendFileSync(directory.serverLog, line(round, `${round} ${index}`))
      expected.push(`${round} ${index}`)
    }
    appendFileSync(directory.serverLog, line(round, 'half').trimEnd())
    await look()
    appendFileSync(directory.serverLog, ` line ${round}\n\tat some.Trace\n`)
    expected.push(`half line ${round}\n\tat some.Trace`)
    await look()
    rotate()
  }
  await look()
  expect([...seen.values()]).toEqual(expected)
})

test('a place that was rotated away is told as lost', async () => {
  writeFileSync(directory.serverLog, line(1, 'one'))
  const [one] = await read()
  for (let round = 0; round < 5; round++) {
    rotate()
    appendFileSync(directory.serverLog, line(round, 'later'))
  }
  await expect(read({ before: one?.position })).rejects.toBeInstanceOf(LogPositionLost)
  await expect(read({ before: 'nonsense' })).rejects.toBeInstanceOf(LogPositionLost)
})

describe('the words of the JVM', () => {
  test('are all there is of a node that never came to log', async () => {
    writeFileSync(directory.bootLog, "Unrecognized VM option 'X'\nError: Could not create\n")
    expect(await texts()).toEqual(["Unrecognized VM option 'X'", 'Error: Could not create'])
    expect((await read())[0]).toMatchObject({ at: null, level: null })
  })

  test('stand at the end when they are its last', async () => {
    writeFileSync(directory.serverLog, line(1, 'one'))
    writeFileSync(directory.bootLog, 'Terminating due to java.lang.OutOfMemoryError\n')
    utimesSync(directory.serverLog, 1000, 1000)
    expect(await texts()).toEqual(['one', 'Terminating due to java.lang.OutOfMemoryError'])
  })

  test('stand before its log when it went on', async () => {
    writeFileSync(directory.bootLog, 'Picked up options\nException in x\n\tat y\n')
    writeFileSync(directory.serverLog, line(1, 'one'))
    utimesSync(directory.bootLog, 1000, 1000)
    expect(await texts()).toEqual(['Picked up options', 'Exception in x\n\tat y', 'one'])
  })
})

test('a node that never started, or whose folder is gone, has no log', async () => {
  expect(await texts()).toEqual([])
  rmSync(directory.root, { recursive: true })
  expect(await texts()).toEqual([])
  mkdirSync(directory.root)
})

test('long logs come whole, whatever the borders of the pieces they are read in', async () => {
  const expected: string[] = []
  for (let index = 0; index < 20_000; index++) {
    const text = `${index} ${'x'.repeat((index * 37) % 400)}${index % 100 === 0 ? '\n\tat some.Trace' : ''}`
    expected.push(text)
  }
  writeFileSync(directory.serverLog, expected.map((text) => line(1, text)).join(''))
  expect(await texts()).toEqual(expected)
})

test('of a line of many megabytes only a part is held and shown, and what stands around it is whole', async () => {
  const long = 'a'.repeat(3_000_000)
  writeFileSync(directory.serverLog, line(1, 'before') + line(2, long) + line(3, 'after'))
  const entries = await read()
  expect(entries.map(({ isCut }) => isCut)).toEqual([false, true, false])
  expect(entries[1]?.text.length).toBeLessThan(20_000)
  expect(entries[2]?.text).toBe('after')
})

test('what a terminal would obey is left out or shown', async () => {
  writeFileSync(directory.serverLog, line(1, '\u001B[31mred\u001B[0m \u0007bell \u202Eturned'))
  expect(await texts()).toEqual(['red ␇bell \uFFFDturned'])
  expect(await texts({ text: 'RED ' })).toHaveLength(1)
})

describe('filters', () => {
  beforeEach(() => {
    const fill = (second: number) => line(second, `filler ${'y'.repeat(200)}`).repeat(5000)
    writeFileSync(`${directory.serverLog}.1`, line(1, 'Needle early', 'WARN') + fill(2))
    writeFileSync(
      directory.serverLog,
      fill(3) + line(4, 'broke', 'ERROR') + line(5, 'a needle late') + fill(6),
    )
  })

  test.each<[string, Partial<LogFilter>, string[]]>([
    ['a text, whatever the case', { text: 'NEEDLE' }, ['Needle early', 'a needle late']],
    ['levels', { levels: ['WARN', 'ERROR'] }, ['Needle early', 'broke']],
    ['a text and a level', { text: 'needle', levels: ['WARN'] }, ['Needle early']],
    [
      'a span of time',
      { text: 'needle', from: Date.UTC(2026, 10, 22, 21, 0, 2), to: null },
      ['a needle late'],
    ],
    ['an end', { text: 'needle', to: Date.UTC(2026, 10, 22, 21, 0, 3) }, ['Needle early']],
    ['nothing', { text: 'no such words' }, []],
  ])('%s', async (_, filter, expected) => {
    expect(await texts(filter)).toEqual(expected)
  })
})

test('a match deep inside a long line is shown with what stands around it', async () => {
  writeFileSync(directory.serverLog, line(1, `${'a'.repeat(500_000)}needle${'b'.repeat(1000)}`))
  const [entry] = await read({ text: 'needle' })
  expect(entry?.isCut).toBe(true)
  expect(entry?.text).toContain('aneedleb')
})

test('the whole log is every byte that is kept, oldest first', async () => {
  writeFileSync(`${directory.serverLog}.1`, line(1, 'one'))
  writeFileSync(directory.serverLog, line(2, '\u001B[31mtwo'))
  const pieces: Uint8Array[] = []
  for await (const piece of wholeLog(directory)) pieces.push(piece)
  expect(Buffer.concat(pieces).toString()).toBe(line(1, 'one') + line(2, '\u001B[31mtwo'))
})

test('a start begins a new log and keeps the older ones, within bounds', () => {
  for (let boot = 1; boot <= 6; boot++) {
    writeFileSync(directory.serverLog, `boot ${boot}\n`)
    rotateBeforeStart(directory.serverLog)
  }
  expect(logFiles(directory.serverLog).map((path) => path.slice(-1))).toEqual(['3', '2', '1'])
  rotateBeforeStart(directory.serverLog)
  expect(logFiles(directory.serverLog)).toHaveLength(3)
})
