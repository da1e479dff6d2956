import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeDirectoryAt, type NodeDirectory } from '../node/node-directory'
import { logFiles, rotateBeforeStart } from './log-files'
import { parseLogLine } from './log-line'
import { readLog } from './read-log'

let directory: NodeDirectory
beforeEach(() => {
  directory = nodeDirectoryAt(mkdtempSync(join(tmpdir(), 'mosaik-logs-')))
  mkdirSync(directory.logs)
})
afterEach(() => rmSync(directory.root, { recursive: true }))

async function tail(tailLines: number): Promise<string[]> {
  const lines: string[] = []
  for await (const { text } of readLog(directory, { tailLines, follow: false })) lines.push(text)
  return lines
}

test('reads time and level of Kafka’s lines, and keeps others whole', () => {
  expect(parseLogLine('[2026-11-22 21:35:28,435] WARN Low on disk (kafka.server.X)')).toEqual({
    at: Date.UTC(2026, 10, 22, 21, 35, 28, 435),
    level: 'WARN',
    text: 'Low on disk (kafka.server.X)',
  })
  expect(parseLogLine('\tat kafka.Kafka.main(Kafka.scala)')).toEqual({
    at: null,
    level: null,
    text: '\tat kafka.Kafka.main(Kafka.scala)',
  })
})

test('the tail reaches back into rotated files', async () => {
  writeFileSync(`${directory.serverLog}.2`, 'one\ntwo\n')
  writeFileSync(`${directory.serverLog}.1`, 'three\n')
  writeFileSync(directory.serverLog, 'four\nfive\n')
  expect(await tail(4)).toEqual(['two', 'three', 'four', 'five'])
  expect(await tail(1)).toEqual(['five'])
  expect(await tail(0)).toEqual([])
})

test('a node that never came to log shows the words of its JVM', async () => {
  writeFileSync(directory.bootLog, "Unrecognized VM option 'X'\n")
  expect(await tail(10)).toEqual(["Unrecognized VM option 'X'"])
})

test('a node that never started has no log', async () => {
  expect(await tail(10)).toEqual([])
})

test('a long log is read from its end, in whole lines', async () => {
  const line = 'x'.repeat(999)
  writeFileSync(directory.serverLog, `${line}\n`.repeat(5000))
  const lines = await tail(10_000)
  expect(lines.length).toBeGreaterThan(2000)
  expect(lines.length).toBeLessThan(2200)
  expect(new Set(lines)).toEqual(new Set([line]))
})

test('following loses no line when the log rotates', async () => {
  writeFileSync(directory.serverLog, 'before\n')
  const stop = new AbortController()
  const seen: string[] = []
  const following = (async () => {
    const options = { tailLines: 1, follow: true, signal: stop.signal }
    for await (const { text } of readLog(directory, options)) seen.push(text)
  })()
  const expected = ['before']
  for (let round = 0; round < 4; round++) {
    for (let index = 0; index < 50; index++) {
      expected.push(`${round} ${index}`)
      appendFileSync(directory.serverLog, `${round} ${index}\n`)
    }
    appendFileSync(directory.serverLog, `half`)
    await sleep(round % 2 === 0 ? 0 : 400)
    appendFileSync(directory.serverLog, ` line ${round}\n`)
    expected.push(`half line ${round}`)
    // As the node's own rotation does it: rename all, then begin a new file.
    for (const file of logFiles(directory.serverLog)) {
      const number = Number(/\.(\d)$/.exec(file)?.[1] ?? 0)
      renameSync(file, `${directory.serverLog}.${number + 1}`)
    }
    rmSync(`${directory.serverLog}.4`, { force: true })
    await sleep(400)
  }
  stop.abort()
  await following
  expect(seen).toEqual(expected)
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
